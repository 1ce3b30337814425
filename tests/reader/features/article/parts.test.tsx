import { fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import { Citations } from "#reader/features/article/Citations.tsx";
import { CorrectionNote } from "#reader/features/article/CorrectionNote.tsx";
import { Embed } from "#reader/features/article/Embed.tsx";
import { Figure } from "#reader/features/article/Figure.tsx";
import { Hero } from "#reader/features/article/Hero.tsx";
import { Languages } from "#reader/features/article/Languages.tsx";
import { MoreFromStrip } from "#reader/features/article/MoreFromStrip.tsx";
import { Notes } from "#reader/features/article/Notes.tsx";
import { PreviousNext } from "#reader/features/article/PreviousNext.tsx";
import { StaticText } from "#reader/features/article/StaticText.tsx";
import { Strips } from "#reader/features/article/Strips.tsx";
import { Table } from "#reader/features/article/Table.tsx";
import { TextLanguageProvider } from "#reader/i18n/TextLanguage.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { anArticle, anArticlePage, anEdition } from "../../../support/anArticle.ts";
import { outlineOf, outlineOfPart } from "../../../support/outlineOf.tsx";
import { wordsIn } from "../../../support/words.ts";

const text = (words: string) => [{ type: "text" as const, text: words }];
const paragraph = (words: string) => ({ type: "paragraph" as const, children: text(words) });
const story = (slug: string, more = {}) => ({ slug, headline: `Story ${slug}`, datePublished: "2024-04-21T07:10:00Z", ...more });
const ref = (name: string) => ({ slug: name.toLowerCase(), name });
const inGerman = (part: ReactNode) => <TextLanguageProvider value={{ inLanguage: "de", direction: "ltr" }}>{part}</TextLanguageProvider>;

/** One part of a story after another, in a story of the paper's language. */
const outlines = (...parts: ReactNode[]) => parts.map((part) => outlineOfPart(part)).join("");

it("sources are links where they have an address, with the words of the interface in its own language", () => {
  const citations = [{ title: "The report", url: "https://a.example/" }, { title: "A book" }];
  expect(outlines(inGerman(<Citations citations={citations} />), <Citations citations={[]} />)).toMatchInlineSnapshot(`
    "section.citations[aria-labelledby=citations]
      h2.label[id=citations] > span[lang=en][dir=ltr] > "Sources"
      ul > (li > bdi > a[href=https://a.example/] > "The report", li > bdi > "A book")
    "
  `);
});

it("a correction says when it was made, if that is known", () => {
  const note = (date?: string) => <CorrectionNote date={date}>Wrong.</CorrectionNote>;
  expect(outlines(inGerman(note("2024-04-22")), note())).toMatchInlineSnapshot(`
    "aside.correction[role=note][aria-label=Correction][lang=en] > p[lang=de][dir=ltr] > (b[lang=en][dir=ltr] > "Correction, 22 April 2024:", " ", "Wrong.")
    aside.correction[role=note][aria-label=Correction] > p > (b > "Correction:", " ", "Wrong.")
    "
  `);
});

it("what another site provides is asked for, and then shown", () => {
  const embed = { type: "embed" as const, provider: "Tube", url: "https://a.example/v", frame: "https://a.example/f" };
  const whole = { ...embed, title: "A film", width: 800, height: 600 };
  const { frame: _, ...link } = embed;
  expect(outlines(inGerman(<Embed embed={whole} />), inGerman(<Embed embed={link} />))).toMatchInlineSnapshot(`
    "div.embed[lang=en][dir=ltr]
      b[lang=de][dir=ltr] > "A film"
      p > "Nothing has been loaded from Tube yet. If you load it, Tube will see your IP address."
      p.bar
        button.button.quiet.needs-script[type=button] > "Load it"
        a.more-link[href=https://a.example/v] > "See it at Tube"
    div.embed[lang=en][dir=ltr]
      b > "Content from Tube"
      p > "Nothing has been loaded from Tube yet. If you load it, Tube will see your IP address."
      p.bar > a.more-link[href=https://a.example/v] > "See it at Tube"
    "
  `);
  const frames = [whole, embed].map((each) => {
    const { container } = render(
      <WordsProvider value={wordsIn("en").page}>
        <Embed embed={each} />
      </WordsProvider>,
    );
    fireEvent.click(screen.getByRole("button"));
    return outlineOf(container);
  });
  expect(frames.join("")).toMatchInlineSnapshot(`
    "iframe.embed-frame[src=https://a.example/f][title=A film][width=800][height=600][allow=fullscreen; picture-in-picture][sandbox=allow-scripts allow-same-origin allow-popups allow-presentation][referrerpolicy=strict-origin-when-cross-origin]
    iframe.embed-frame[src=https://a.example/f][title=Content from Tube][width=640][height=360][allow=fullscreen; picture-in-picture][sandbox=allow-scripts allow-same-origin allow-popups allow-presentation][referrerpolicy=strict-origin-when-cross-origin]
    "
  `);
});

it("the text in other languages is named in them, and is in the edition in that language", () => {
  const editions = ["", "/de"].map((prefix) => ({ language: prefix.slice(1) || "en", prefix }));
  const links = inGerman(
    <Languages
      of={[
        { slug: "a", inLanguage: "de" },
        { path: "/fr/b", inLanguage: "fr" },
      ]}
    />,
  );
  expect(outlineOfPart(links, { edition: { ...anEdition, editions } })).toMatchInlineSnapshot(`
    "nav[aria-label=Read this in][lang=en]
      p
        span[lang=en][dir=ltr]
          "Read this in"
          " "
          a[rel=alternate][lang=de][hreflang=de][dir=auto][href=/de/article/a][target=_self] > "Deutsch"
          " · "
          a[rel=alternate][lang=fr][hreflang=fr][dir=auto][href=/fr/b] > "français"
    "
  `);
});

it("pictures have a caption and a credit if there are any", () => {
  const image: Image = { url: "/pictures/a.jpg", width: 800, height: 500, sources: [], alt: "A" };
  const named = { ...image, caption: text("Seen"), credit: "Ada" };
  expect(outlines(<Hero image={named} />, <Figure image={image} lang="de" />, <Figure image={{ ...image, credit: "Ada" }} className="x" />))
    .toMatchInlineSnapshot(`
    "figure.hero
      picture > img[width=800][height=500][alt=A][decoding=async][fetchpriority=high][src=/pictures/a.jpg]
      figcaption > ("Seen", " ", small > "Ada")
    figure[lang=de] > picture > img[width=800][height=500][alt=A][decoding=async][loading=lazy][src=/pictures/a.jpg]
    figure.x
      picture > img[width=800][height=500][alt=A][decoding=async][loading=lazy][src=/pictures/a.jpg]
      figcaption > (" ", small > "Ada")
    "
  `);
});

it.each([
  [3, 3, "a b c"],
  [4, 4, "a b c d"],
  [6, 6, 'a b c d details summary show-all[id=more-from-ulm-all][aria-labelledby=more-from-ulm-all "Show all 6" "Show fewer" e f'],
  [6, 40, 'a b c d show-all[id=more-from-ulm-all][aria-labelledby=more-from-ulm-all "Show all 40+"'],
])("of %d stories from a place, of %d in all, four are in view", (count, total, shown) => {
  const stories = ["a", "b", "c", "d", "e", "f"].slice(0, count).map((slug) => story(slug));
  const outline = outlineOfPart(<MoreFromStrip strip={{ place: ref("Ulm"), total, isRounded: total === 40, stories }} />);
  expect(outline.match(/(?<=Story )\w|details|summary|"Show[^"]*"|show-all\S*/gu)?.join(" ")).toBe(shown);
});

it("after a story come those that belong to it", () => {
  const teasers = [{ ...story("a"), readingMinutes: 1 }];
  const page = anArticlePage({
    article: anArticle({ section: ref("Science") }),
    moreAbout: { topics: [ref("Tea"), ref("Milk")], teasers },
    related: { teasers },
    moreFrom: [{ place: ref("Ulm"), total: 1, stories: [story("b", { inLanguage: "de" })] }],
    previous: story("c", { inLanguage: "de" }),
    next: story("d", { hyphenated: "Sto\u00adry" }),
  });
  expect(outlines(<Strips page={page} />)).toMatchInlineSnapshot(`
    "section.page.strip[aria-labelledby=more-about]
      header.desk-head > h2[id=more-about] > ("More about ", a[dir=auto][href=/topic/tea] > "Tea", ", ", a[dir=auto][href=/topic/milk] > "Milk")
      ul.row.of-1[role=list]
        li.teaser.brief
          h3 > a[href=/article/a] > "Story a"
          p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "1 min")
    section.page.strip[aria-labelledby=related-stories]
      header.desk-head > h2[id=related-stories] > "Related stories"
      ul.row.of-1[role=list]
        li.teaser.brief
          h3 > a[href=/article/a] > "Story a"
          p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "1 min")
    section.page.strip.expander[aria-labelledby=more-from-ulm]
      header.desk-head > h2[id=more-from-ulm] > ("More news from ", a[dir=auto][href=/place/ulm] > "Ulm")
      ul.columns[role=list] > li > (h3[lang=de] > a[href=/article/b] > "Story b", p.meta > time[datetime=2024-04-21T07:10:00Z] > "21 April 2024")
    nav.page.turn[aria-label=Previous and next story]
      a[rel=prev][href=/article/c] > (span > "Previous in Science", bdi[lang=de] > "Story c")
      a[rel=next][href=/article/d] > (span > "Next in Science", bdi > "Sto­ry")
    "
  `);
  const inSeries = outlines(<Strips page={{ ...page, series: { ...ref("Series"), part: 1, of: 2 } }} />);
  expect(inSeries).toMatch(/"Previous in Series"[^]*"Next in Series"/u);
  expect(outlines(<PreviousNext within={ref("A")} previous={undefined} next={undefined} />).trim()).toBe("");
  expect(outlines(<Strips page={anArticlePage({ next: story("d") })} />).trim()).toBe("");
});

it("notes lead back to the text", () => {
  const body: Block[] = [
    paragraph("Text"),
    { type: "note", id: "1", children: [paragraph("One.")] },
    { type: "note", id: "2", children: [paragraph("Two."), paragraph("More.")] },
  ];
  expect(outlines(inGerman(<Notes body={body} />), <Notes body={body} isOfPost />, <Notes body={[paragraph("Text")]} />))
    .toMatchInlineSnapshot(`
    "section.notes[role=doc-endnotes][aria-labelledby=notes]
      h2[id=notes] > span[lang=en][dir=ltr] > "Notes"
      ol
        li[id=note-1]
          "One."
          " "
          a[href=#noteref-1][role=doc-backlink][lang=en][dir=ltr][aria-label=Back to the text, note 1] > "Back"
        li[id=note-2]
          p > "Two."
          p > "More."
          " "
          a[href=#noteref-2][role=doc-backlink][lang=en][dir=ltr][aria-label=Back to the text, note 2] > "Back"
    section.notes[role=doc-endnotes][aria-label=Notes]
      ol
        li[id=note-1] > ("One.", " ", a[href=#noteref-1][role=doc-backlink][aria-label=Back to the text, note 1] > "Back")
        li[id=note-2]
          p > "Two."
          p > "More."
          " "
          a[href=#noteref-2][role=doc-backlink][aria-label=Back to the text, note 2] > "Back"
    "
  `);
});

it("a static page has its contents, without what is too deep", () => {
  const heading = (level: 2 | 3 | 4) => ({ type: "heading" as const, level, id: `h-${level}`, children: text(`Level ${level}`) });
  const page = {
    path: "/about",
    type: "AboutPage" as const,
    title: "About",
    inLanguage: "de",
    direction: "ltr" as const,
    body: [heading(2), heading(3), heading(4), paragraph("Text")],
  };
  expect(outlines(<StaticText page={{ ...page, contents: true, standfirst: "In short." }} />)).toMatchInlineSnapshot(`
    "article.story[lang=de][dir=ltr]
      header.story-top
        h1[tabindex=-1] > "About"
        p.standfirst > "In short."
        nav.contents[aria-label=On this page][lang=en]
          p.label[lang=en][dir=ltr] > "On this page"
          ul > (li > a[href=#h-2] > "Level 2", li.deeper > a[href=#h-3] > "Level 3")
      div.prose > (h2[id=h-2] > "Level 2", h3[id=h-3] > "Level 3", h4[id=h-4] > "Level 4", p > "Text")
    "
  `);
  expect(
    outlines(<StaticText page={{ ...page, contents: true, body: [heading(4)] }} />, <StaticText page={page} />).match(/nav|ul/gu),
  ).toBeNull();
});

it("a table is named by its caption, else by its columns, else as a table", () => {
  const cell = (words: string, more = {}) => ({ children: text(words), ...more });
  const rows = [[cell("Ulm", { heading: true }), cell("3", { align: "end", colSpan: 2, rowSpan: 2 })]];
  const table = { type: "table" as const, head: [], rows };
  expect(outlines(<Table table={{ ...table, head: [[cell("Town"), cell(" ")]], caption: text("Towns") }} />)).toMatchInlineSnapshot(`
    "div.table[role=region][tabindex=0][aria-labelledby=…]
      table
        caption[id=…] > "Towns"
        thead > tr > (th[scope=col] > "Town", th[scope=col] > " ")
        tbody > tr > (th[scope=row] > "Ulm", td.num[colspan=2][rowspan=2] > "3")
    "
  `);
  expect(
    outlines(
      <Table table={table} />,
      inGerman(<Table table={{ ...table, rows: [[cell("")]] }} />),
      <Table table={{ ...table, rows: [] }} />,
    ),
  ).toMatchInlineSnapshot(`
    "div.table[role=region][tabindex=0][aria-label=Ulm, 3] > table > tbody > tr > (th[scope=row] > "Ulm", td.num[colspan=2][rowspan=2] > "3")
    div.table[role=region][tabindex=0][aria-label=Table][lang=en] > table > tbody > tr > td
    div.table[role=region][tabindex=0][aria-label=Table] > table > tbody
    "
  `);
});
