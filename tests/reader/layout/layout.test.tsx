import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Edition } from "#content/edition/edition.ts";
import { Breadcrumbs } from "#reader/layout/Breadcrumbs.tsx";
import { Footer } from "#reader/layout/Footer.tsx";
import { Nameplate } from "#reader/layout/Nameplate.tsx";
import { OwnText } from "#reader/layout/OwnText.tsx";
import { SectionNav } from "#reader/layout/SectionNav.tsx";
import { Trending } from "#reader/layout/Trending.tsx";
import { useOpener } from "#reader/layout/useOpener.ts";
import { type DialogControl, DialogProvider } from "#reader/ui/DialogContext.ts";
import { anEdition } from "../../support/anArticle.ts";
import { outlineOf, outlineOfPart } from "../../support/outlineOf.tsx";

const paper: Edition = { ...anEdition, tagline: "All of it", accounts: true };

const more = {
  name: "More",
  items: [
    { name: "/latest", url: "/latest" },
    { name: "Away", url: "https://a.example/" },
  ],
};

it("the navigation has groups, and marks the page that is open", () => {
  const navigation = [{ name: "/saved", url: "/saved" }, { name: "Own", url: "/latest" }, more];
  expect(outlineOfPart(<SectionNav edition={{ ...paper, navigation }} current={undefined} />, { path: "/latest" })).toMatchInlineSnapshot(`
    "nav.sections[aria-label=Sections]
      ul.page
        li > a[dir=auto][href=/saved] > "Saved"
        li > a[dir=auto][aria-current=page][href=/latest] > "Own"
        li
          details[name=navigation]
            summary[dir=auto][aria-current=true] > "More"
            ul.page
              li > a[dir=auto][aria-current=page][href=/latest] > "Latest"
              li > a[dir=auto][href=https://a.example/] > "Away"
    "
  `);
  expect(outlineOfPart(<SectionNav edition={{ ...paper, navigation: [] }} current="science" />).trim()).toBe("");
});

it("the foot has what the paper sets", () => {
  const footer = { text: "Since 1921", social: [{ name: "Mastodon", url: "https://a.example/@p" }], columns: [more], madeWith: false };
  expect(outlineOfPart(<Footer />, { edition: { ...paper, footer } })).toMatchInlineSnapshot(`
    "footer.foot
      div.page
        div
          a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
          p[dir=auto] > "Since 1921"
          div.elsewhere > div > (h2.label > "Elsewhere on the web", ul[role=list] > li > a[dir=auto][href=https://a.example/@p] > "Mastodon")
          p.bar.needs-script
            button.plain[type=button][aria-haspopup=dialog] > "Reading settings"
            button.plain[type=button][aria-haspopup=dialog] > "Keyboard shortcuts"
        nav[id=menu][tabindex=-1][aria-label=More pages]
          div
            h2.label > "More"
            ul[role=list] > (li > a[dir=auto][href=/latest] > "Latest", li > a[dir=auto][href=https://a.example/] > "Away")
          div
            h2.label > "Yours"
            ul[role=list]
              li > a[dir=auto][href=/saved] > "Saved"
              li > a[dir=auto][href=/following] > "Following"
              li > a[dir=auto][href=/highlights] > "Highlights"
              li > a[dir=auto][href=/history] > "History"
              li > a[dir=auto][href=/catch-up] > "Catch up"
              li > a[dir=auto][href=/account] > "Account"
    "
  `);
});

it("the foot has all pages of a paper that sets nothing", () => {
  const pages = [{ name: "About", url: "/about" }];
  const navigation = [{ name: "Own", url: "/latest" }, more];
  const edition = { ...anEdition, navigation, pages, staff: true };
  expect(outlineOfPart(<Footer />, { edition })).toMatchInlineSnapshot(`
    "footer.foot
      div.page
        div
          a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
          p > "Made with Broadsheet."
          p.bar.needs-script
            button.plain[type=button][aria-haspopup=dialog] > "Reading settings"
            button.plain[type=button][aria-haspopup=dialog] > "Keyboard shortcuts"
        nav[id=menu][tabindex=-1][aria-label=More pages]
          div > (h2.label > "Sections", ul[role=list] > li > a[dir=auto][href=/latest] > "Own")
          div
            h2.label > "More"
            ul[role=list] > (li > a[dir=auto][href=/latest] > "Latest", li > a[dir=auto][href=https://a.example/] > "Away")
          div
            h2.label > "Read"
            ul[role=list]
              li > a[dir=auto][href=/] > "Front page"
              li > a[dir=auto][href=/search] > "Search"
              li > a[dir=auto][href=/latest] > "Latest"
              li > a[dir=auto][href=/archive] > "Archive by date"
              li > a[dir=auto][href=/topics] > "Topics A to Z"
              li > a[dir=auto][href=/places] > "Places A to Z"
          div
            h2.label > "The Paper"
            ul[role=list] > (li > a[dir=auto][href=/about] > "About", li > a[dir=auto][href=/staff] > "Staff")
          div
            h2.label > "Yours"
            ul[role=list]
              li > a[dir=auto][href=/saved] > "Saved"
              li > a[dir=auto][href=/following] > "Following"
              li > a[dir=auto][href=/highlights] > "Highlights"
              li > a[dir=auto][href=/history] > "History"
              li > a[dir=auto][href=/catch-up] > "Catch up"
    "
  `);
  expect(outlineOfPart(<Footer />, { edition: { ...anEdition, home: true, sections: [] } })).toMatchInlineSnapshot(`
    "footer.foot
      div.page
        div
          a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
          p > "Made with Broadsheet."
          p.bar.needs-script
            button.plain[type=button][aria-haspopup=dialog] > "Reading settings"
            button.plain[type=button][aria-haspopup=dialog] > "Keyboard shortcuts"
        nav[id=menu][tabindex=-1][aria-label=More pages]
          div
            h2.label > "Read"
            ul[role=list] > (li > a[dir=auto][href=/] > "Front page", li > a[dir=auto][href=/search] > "Search")
    "
  `);
});

it.each([
  ["The Paper", ".nameplate"],
  ["The Twelve!!", ".nameplate"],
  ["The Thirteen!", ".nameplate.long"],
  ["The Eighteen Paper", ".nameplate.long"],
  ["The Nineteen Papers", ".nameplate.longest"],
  ["Fourteenletter", ".nameplate.long"],
  ["Fifteen-letters", ".nameplate.longest"],
])("%s is as large as it fits", (name, classes) => {
  expect(outlineOfPart(<Nameplate />, { edition: { ...anEdition, name } }).trim()).toBe(
    `a${classes}[aria-label=${name}, front page][translate=no][href=/] > "${name}"`,
  );
});

it("breadcrumbs lead from the front page on", () => {
  const trail = [{ name: "Science", url: "/section/science" }];
  expect(outlineOfPart(<Breadcrumbs trail={trail} />, { edition: { ...paper, breadcrumbs: true } })).toMatchInlineSnapshot(`
    "nav.breadcrumbs.page[aria-label=Breadcrumb] > ol[role=list] > (li > a[dir=auto][href=/] > "Front page", li > a[dir=auto][href=/section/science] > "Science")
    "
  `);
  expect(outlineOfPart(<Breadcrumbs />, { edition: { ...paper, breadcrumbs: true } })).toMatchInlineSnapshot(`
    "nav.breadcrumbs.page[aria-label=Breadcrumb] > ol[role=list] > li > a[dir=auto][href=/] > "Front page"
    "
  `);
  expect(outlineOfPart(<Breadcrumbs trail={trail} />).trim()).toBe("");
});

it("the paper's own text has links, and no topics no line", () => {
  const paragraphs = [[{ text: "Ask " }, { text: "us", url: "/about" }, { text: "." }], [{ text: "Or not." }]];
  expect(outlineOfPart(<OwnText text={{ title: "-", paragraphs }} />)).toMatchInlineSnapshot(`
    "p.standfirst > ("Ask ", a[href=/about] > "us", ".")
    p.standfirst > "Or not."
    "
  `);
  expect(outlineOfPart(<Trending topics={[]} />).trim()).toBe("");
});

it("a link that opens a dialog answers to clicks and the space bar, but not to clicks for a new tab", () => {
  const calls: string[] = [];
  const control: DialogControl = {
    opened: "menu",
    awaited: "search",
    open: (name) => void calls.push(`open ${name}`),
    prefetch: (name) => void calls.push(`prefetch ${name}`),
  };
  const Opener = ({ name }: { name: "menu" | "search" }) => (
    <a href={`#${name}`} {...useOpener(name)}>
      {name}
    </a>
  );
  const { container } = render(
    <DialogProvider value={control}>
      <Opener name="menu" />
      <Opener name="search" />
    </DialogProvider>,
  );
  expect(outlineOf(container)).toMatchInlineSnapshot(`
    "a[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=true] > "menu"
    a[href=#search][data-opens=search][role=button][aria-busy=true][aria-haspopup=dialog][aria-expanded=false] > "search"
    "
  `);
  const menu = screen.getByText("menu");
  const follows = [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }].map((keys) => fireEvent.click(menu, keys));
  expect([follows, calls]).toEqual([[true, true, true], []]);
  fireEvent.pointerEnter(menu);
  expect([fireEvent.click(menu), fireEvent.keyDown(menu, { key: " " }), fireEvent.keyDown(menu, { key: "a" })]).toEqual([
    false,
    false,
    true,
  ]);
  expect(calls).toEqual(["prefetch menu", "open menu", "open menu"]);
});
