import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import { anArticle, anArticlePage, anEdition } from "../../support/anArticle.ts";
import { type Files, renderApp } from "../../support/renderApp.tsx";

const text = (words: string) => ({ type: "text" as const, text: words });
const desk = { slug: "science-desk", name: "Science desk", kind: "desk" } as const;

/** The language that a screen reader would take for what stands in an element. */
const languageAt = (element: Element | null) => element?.closest("[lang]")?.getAttribute("lang");
const directionAt = (element: Element | null) => element?.closest("[dir]")?.getAttribute("dir");

const show = (changes: Partial<Article>, files: Files = {}) =>
  renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article: anArticle(changes) }), ...files });

const edition = (language: string, direction: string) => ({ "edition.json": { ...anEdition, language, direction } });

/** A passage in Dutch, which tells where it is. */
const inDutch = (where: string) => [{ type: "lang" as const, lang: "nl", children: [text(`Dit is ${where}`)] }];
const paragraph = (where: string) => ({ type: "paragraph" as const, children: inDutch(where) });
const picture = (where: string) => ({ url: "/p.svg", width: 4, height: 3, alt: "", caption: inDutch(where), sources: [] });
const svg = { tag: "svg", attributes: {}, children: [] };

/** Every block that holds a line of text, with a passage in Dutch in each line. */
const EVERY_LINE: Article["body"] = [
  paragraph("p"),
  { type: "heading", level: 2, id: "h", children: inDutch("h2") },
  { type: "list", ordered: false, items: [[paragraph("li"), paragraph("li p")]] },
  { type: "quote", children: [paragraph("blockquote")], attribution: inDutch("cite") },
  { type: "figure", image: picture("figcaption") },
  { type: "gallery", images: [picture("gallery")] },
  { type: "definitions", entries: [{ terms: [inDutch("dt")], definitions: [[paragraph("dd")]] }] },
  { type: "details", summary: inDutch("summary"), open: true, children: [paragraph("details")] },
  { type: "callout", kind: "note", title: inDutch("title"), children: [paragraph("callout")] },
  { type: "table", caption: inDutch("caption"), head: [[{ children: inDutch("th") }]], rows: [[{ children: inDutch("td") }]] },
  {
    type: "chart",
    title: inDutch("chart title"),
    alt: "",
    note: inDutch("chart note"),
    source: inDutch("chart source"),
    head: [[{ children: inDutch("chart th") }]],
    rows: [[{ children: inDutch("chart td") }]],
    series: ["a"],
    wide: svg,
  },
  { type: "audio", url: "/a.mp3", mediaType: "audio/mpeg", caption: inDutch("audio") },
  { type: "video", url: "/v.mp4", mediaType: "video/mp4", caption: inDutch("video") },
  { type: "correction", children: inDutch("correction") },
  { type: "paragraph", children: [text("x"), { type: "noteRef", note: "1" }] },
  { type: "note", id: "1", children: [paragraph("note")] },
];

it.each(["en", "de"])("a passage in another language keeps it in every line of every block of a story in %s", async (inLanguage) => {
  await show({ body: EVERY_LINE, inLanguage });
  const expected = [...JSON.stringify(EVERY_LINE).matchAll(/Dit is ([\w ]+)/gu)].map(([words]) => words);
  await waitFor(() => {
    const found = expected.map((words) => [words, [...new Set(screen.queryAllByText(words).map(languageAt))]]);
    expect(found).toEqual(expected.map((words) => [words, ["nl"]]));
  });
});

describe("a German story in an English edition", () => {
  const german: Partial<Article> = {
    headline: "Ein Sperrwerk",
    inLanguage: "de",
    standfirst: "Vier Jahrzehnte lang.",
    authors: [desk],
    dateline: "Zeeland",
    topics: [{ slug: "floods", name: "Floods" }],
    citations: [{ title: "Rijkswaterstaat", url: "https://example.org/" }],
    corrections: [{ date: "2024-04-23T00:00:00Z", children: [text("Es waren 62.")] }],
    body: [
      { type: "paragraph", children: [text("Die Tore"), { type: "noteRef", note: "1" }] },
      { type: "table", head: [], rows: [[{ children: [text("Zelle")] }]] },
      { type: "embed", provider: "Kanal", url: "https://example.org/x", title: "Der Film" },
      { type: "note", id: "1", children: [{ type: "paragraph", children: [text("Sechzig.")] }] },
    ],
  };

  it("is read in German where it is German", async () => {
    await show(german);
    for (const words of [
      "Ein Sperrwerk",
      "Vier Jahrzehnte lang.",
      "Die Tore",
      "Zelle",
      "Der Film",
      "Sechzig.",
      "Es waren 62.",
      "Zeeland",
    ]) {
      expect(languageAt(screen.getByText(words, { exact: false })), words).toBe("de");
    }
  });

  it("may break its long words, and is named without the breaks", async () => {
    const page = anArticlePage({ article: anArticle({ ...german, headline: "Sperrwerke" }), hyphenated: "Sperr\u00adwerke" });
    await renderApp("/article/voyager-1", { "article/voyager-1.json": page });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Sperr\u00adwerke");
    expect(document.title).toBe("Sperrwerke | The Paper");
  });

  it("is read in English where the paper speaks", async () => {
    await show(german);
    for (const words of ["By the", "1 min read", "Correction, 23 April", "Nothing has been loaded"]) {
      expect(languageAt(screen.getByText(words, { exact: false })), words).toBe("en");
    }
    expect(languageAt(within(screen.getByRole("heading", { name: "Notes" })).getByText("Notes"))).toBe("en");
    expect(languageAt(within(screen.getByRole("heading", { name: "Sources" })).getByText("Sources"))).toBe("en");
    expect(languageAt(screen.getByRole("doc-noteref"))).toBe("en");
    expect(languageAt(screen.getByRole("doc-backlink"))).toBe("en");
    // A table is named by its columns.
    expect(languageAt(screen.getByRole("region", { name: "Zelle" }))).toBe("de");
    expect(languageAt(screen.getByRole("note", { name: "Correction" }))).toBe("en");
    expect(languageAt(screen.getByRole("list", { name: "Topics of this story" }))).toBe("en");
    expect(languageAt(screen.getByRole("link", { name: "Science desk" }))).toBe("en");
  });

  it("carries no marks where it is in the edition's own language", async () => {
    await show({ ...german, inLanguage: "en-GB" });
    expect(screen.getByRole("article").querySelectorAll("[lang]")).toHaveLength(0);
  });
});

describe("an Arabic story in an English edition", () => {
  it("runs from right to left, and so does what surrounds its text", async () => {
    await show({ headline: "العفن", inLanguage: "ar", direction: "rtl", authors: [desk] });
    expect(directionAt(screen.getByRole("heading", { level: 1 }))).toBe("rtl");
    expect(directionAt(screen.getByText("1 min read"))).toBe("ltr");
    expect(directionAt(screen.getByRole("link", { name: "Science desk" }))).toBe("auto");
    expect(screen.getByRole("main").closest("[dir=rtl]")).toBeNull();
  });

  it("turns its texts in a list, and leaves the card as the list lies", async () => {
    const teaser = {
      slug: "mould",
      headline: "العفن",
      standfirst: "عاد فلمنغ",
      datePublished: "2024-04-22T09:00:00Z",
      readingMinutes: 3,
      inLanguage: "ar",
      direction: "rtl",
    };
    const list = { kind: "topic", slug: "nasa", name: "NASA", related: [], days: [{ date: "2024-04-22", teasers: [teaser] }] };
    await renderApp("/topic/nasa", { "topic/nasa.json": list });
    expect(directionAt(screen.getByText("العفن"))).toBe("rtl");
    expect(languageAt(screen.getByText("عاد فلمنغ"))).toBe("ar");
    expect(directionAt(screen.getByText("3 min"))).toBe("ltr");
    expect(screen.getByRole("article")).not.toHaveAttribute("dir");
  });
});

describe("an edition in another language", () => {
  it("speaks German, with German dates, lists and numbers", async () => {
    const person = (name: string) => ({ slug: name.toLowerCase(), name, kind: "person" as const });
    await show({ inLanguage: "de", authors: ["Ada", "Ben", "Cy"].map(person), readingMinutes: 4 }, edition("de-AT", "ltr"));
    expect(screen.getByRole("link", { name: "Ada" }).closest("p")).toHaveTextContent("Von Ada, Ben und Cy");
    expect(screen.getByText("Lesezeit 4 Minuten")).toBeInTheDocument();
    expect(screen.getByText("22. April 2024", { exact: false })).toHaveAttribute("datetime", "2024-04-22T07:10:00Z");
    expect(document.documentElement).toHaveAttribute("lang", "de-AT");
  });

  it("speaks Arabic, from right to left", async () => {
    await show({ inLanguage: "ar", direction: "rtl", readingMinutes: 2 }, edition("ar", "rtl"));
    expect(await screen.findByText("دقيقتا قراءة")).toBeInTheDocument();
    expect(await screen.findByRole("link", { name: "انتقل إلى المحتوى" })).toBeInTheDocument();
    await waitFor(() => expect(document.documentElement).toHaveAttribute("dir", "rtl"));
  });

  it("speaks English where its language has no catalogue, and still writes its own dates", async () => {
    await show({ inLanguage: "pl" }, edition("pl", "ltr"));
    expect(screen.getByText("1 min read")).toBeInTheDocument();
    expect(screen.getByText("22 kwietnia 2024", { exact: false })).toBeInTheDocument();
  });
});
