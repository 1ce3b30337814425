import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Edition } from "#content/edition/edition.ts";
import { Breadcrumbs } from "#reader/layout/Breadcrumbs.tsx";
import { Footer } from "#reader/layout/Footer.tsx";
import { Masthead } from "#reader/layout/Masthead.tsx";
import { Nameplate } from "#reader/layout/Nameplate.tsx";
import { OwnText } from "#reader/layout/OwnText.tsx";
import { SectionNav } from "#reader/layout/SectionNav.tsx";
import { Trending } from "#reader/layout/Trending.tsx";
import { useOpener } from "#reader/layout/useOpener.ts";
import { type DialogControl, DialogProvider } from "#reader/ui/DialogContext.ts";
import { anEdition } from "../../support/anArticle.ts";
import { outlineOf, outlineOfPart } from "../../support/outlineOf.tsx";

const paper: Edition = { ...anEdition, tagline: "All of it", accounts: true };

it("the head of the front page has everything", () => {
  expect(outlineOfPart(<Masthead head="front" />, { edition: paper })).toMatchInlineSnapshot(`
    "
    header.masthead.front-head
      div.page.ears
        div.ear
          a.tool[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Menu"
          p.edition
            b > time[datetime=2024-04-22] > "Monday 22 April 2024"
            "All of it"
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          form.quick.needs-script[role=search][action=/search][aria-label=Search the news]
            input[aria-label=Search the news][placeholder=Search][autocomplete=off][enterkeyhint=search][aria-keyshortcuts=/][type=search][name=q]
            button[type=submit][aria-label=Search]
          a.tool.find[href=/search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Search"
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t] > span.unseen > "Text"
          a.tool[href=/saved] > span.unseen > "Saved"
          a.tool.person[href=/account]
            span.word.when-in > "Account"
            span.word.when-out > "Sign in"
      div.page > div.oxford
      nav.sections[aria-label=Sections]
        ul.page
          li > a[dir=auto][href=/section/science] > "Science"
          li > a[dir=auto][href=/section/europe] > "Europe"
      nav.trending.page[aria-labelledby=trending]
        b[id=trending] > "Trending"
        ul > li > a[dir=auto][href=/topic/voyager-1] > "Voyager 1"
    "
  `);
});

it("the head of a list marks its section", () => {
  expect(outlineOfPart(<Masthead section="europe" />)).toMatchInlineSnapshot(`
    "
    header.masthead
      div.page.ears
        div.ear > a.tool[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Menu"
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          form.quick.needs-script[role=search][action=/search][aria-label=Search the news]
            input[aria-label=Search the news][placeholder=Search][autocomplete=off][enterkeyhint=search][aria-keyshortcuts=/][type=search][name=q]
            button[type=submit][aria-label=Search]
          a.tool.find[href=/search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Search"
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t] > span.unseen > "Text"
          a.tool[href=/saved] > span.unseen > "Saved"
      div.page > div.oxford
      nav.sections[aria-label=Sections]
        ul.page
          li > a[dir=auto][href=/section/science] > "Science"
          li > a[dir=auto][aria-current=page][href=/section/europe] > "Europe"
    "
  `);
});

it("the head of a story is one line", () => {
  expect(outlineOfPart(<Masthead head="story" section="europe" />, { edition: paper })).toMatchInlineSnapshot(`
    "
    header.masthead.story-head
      div.page.ears
        div.ear > a.tool[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false] > span.word > "Menu"
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          a.tool.find[href=/search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Search"
          a.tool.person[href=/account]
            span.word.when-in > "Account"
            span.word.when-out > "Sign in"
      div.page > div.oxford
    "
  `);
});

it("the head of the search page has no other search, and without an edition there are only the ways that need none", () => {
  expect(outlineOfPart(<Masthead searching />, { edition: { ...paper, home: true, sections: [] } })).toMatchInlineSnapshot(`
    "
    header.masthead
      div.page.ears
        div.ear
          a.tool[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Menu"
          p.edition > "All of it"
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t] > span.unseen > "Text"
          a.tool.person[href=/account]
            span.word.when-in > "Account"
            span.word.when-out > "Sign in"
      div.page > div.oxford
    "
  `);
  expect(outlineOfPart(<Masthead head="front" />, { edition: null })).toMatchInlineSnapshot(`
    "
    header.masthead.front-head
      div.page.ears
        div.ear > a.tool[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Menu"
        a.nameplate[aria-label=, front page][translate=no][href=/]
        div.ear
          form.quick.needs-script[role=search][action=/search][aria-label=Search the news]
            input[aria-label=Search the news][placeholder=Search][autocomplete=off][enterkeyhint=search][aria-keyshortcuts=/][type=search][name=q]
            button[type=submit][aria-label=Search]
          a.tool.find[href=/search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false] > span.unseen > "Search"
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t] > span.unseen > "Text"
          a.tool[href=/saved] > span.unseen > "Saved"
      div.page > div.oxford
    "
  `);
});

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
    "
    nav.sections[aria-label=Sections]
      ul.page
        li > a[dir=auto][href=/saved] > "Saved"
        li > a[dir=auto][aria-current=page][href=/latest] > "Own"
        li
          details[name=navigation]
            summary[dir=auto] > "More"
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
    "
    footer.foot
      div.page
        div
          a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
          p[dir=auto] > "Since 1921"
          div.elsewhere
            div
              h2.label > "Elsewhere on the web"
              ul[role=list] > li > a[dir=auto][href=https://a.example/@p] > "Mastodon"
          p.bar.needs-script
            button.plain[type=button][aria-haspopup=dialog] > "Reading settings"
            button.plain[type=button][aria-haspopup=dialog] > "Keyboard shortcuts"
        nav[id=menu][tabindex=-1][aria-label=More pages]
          div
            h2.label > "More"
            ul[role=list]
              li > a[dir=auto][href=/latest] > "Latest"
              li > a[dir=auto][href=https://a.example/] > "Away"
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
    "
    footer.foot
      div.page
        div
          a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
          p > "Made with Broadsheet."
          p.bar.needs-script
            button.plain[type=button][aria-haspopup=dialog] > "Reading settings"
            button.plain[type=button][aria-haspopup=dialog] > "Keyboard shortcuts"
        nav[id=menu][tabindex=-1][aria-label=More pages]
          div
            h2.label > "Sections"
            ul[role=list] > li > a[dir=auto][href=/latest] > "Own"
          div
            h2.label > "More"
            ul[role=list]
              li > a[dir=auto][href=/latest] > "Latest"
              li > a[dir=auto][href=https://a.example/] > "Away"
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
            ul[role=list]
              li > a[dir=auto][href=/about] > "About"
              li > a[dir=auto][href=/staff] > "Staff"
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
    "
    footer.foot
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
            ul[role=list]
              li > a[dir=auto][href=/] > "Front page"
              li > a[dir=auto][href=/search] > "Search"
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
    "
    nav.breadcrumbs.page[aria-label=Breadcrumb]
      ol[role=list]
        li > a[dir=auto][href=/] > "Front page"
        li > a[dir=auto][href=/section/science] > "Science"
    "
  `);
  expect(outlineOfPart(<Breadcrumbs />, { edition: { ...paper, breadcrumbs: true } })).toMatchInlineSnapshot(`
    "
    nav.breadcrumbs.page[aria-label=Breadcrumb] > ol[role=list] > li > a[dir=auto][href=/] > "Front page"
    "
  `);
  expect(outlineOfPart(<Breadcrumbs trail={trail} />).trim()).toBe("");
});

it("the paper's own text has links, and no topics no line", () => {
  const paragraphs = [[{ text: "Ask " }, { text: "us", url: "/about" }, { text: "." }], [{ text: "Or not." }]];
  expect(outlineOfPart(<OwnText text={{ title: "-", paragraphs }} />)).toMatchInlineSnapshot(`
    "
    p.standfirst
      "Ask "
      a[href=/about] > "us"
      "."
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
    "
    a[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=true] > "menu"
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
