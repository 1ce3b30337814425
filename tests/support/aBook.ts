import type { Article } from "#content/article.ts";
import type { Book } from "#content/book/book.ts";
import { anArticle } from "./anArticle.ts";
import { makeImage } from "./makeArticle.ts";

export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const COVER: Book["cover"] = { file: "cover.png", type: "image/png", bytes: new Uint8Array(PNG) };

const text = (words: string) => [{ type: "text" as const, text: words }];

const SQUARE = {
  tag: "msup",
  children: [
    { tag: "mi", children: ["x"] },
    { tag: "mn", children: ["2"] },
  ],
};

/** A story with every block and inline there is, and with words and addresses that are awkward in XML. */
export const everything: Article = anArticle({
  headline: "Crime & <punishment> “today” \u0001",
  standfirst: "A & B",
  image: makeImage("dish"),
  authors: [{ slug: "a", name: "A & B", kind: "person" }],
  corrections: [{ date: "2024-05-01T00:00:00Z", children: text("It was <Tuesday>.") }],
  body: [
    { type: "heading", level: 2, id: "one", children: text("One") },
    {
      type: "paragraph",
      children: [
        { type: "strong", children: text("strong") },
        { type: "emphasis", children: text("em") },
        { type: "sub", children: text("2") },
        { type: "sup", children: text("3") },
        { type: "mark", children: text("mark") },
        { type: "code", text: "a < b" },
        { type: "break" },
        { type: "link", url: "https://example.org/a b?c=d&e=[f]", children: text("awkward") },
        { type: "link", url: "https://[broken", children: text("broken") },
        { type: "link", url: "/topic/x", children: text("inside") },
        { type: "link", url: "#one", children: text("here") },
        { type: "link", url: "mailto:a@example.org", children: text("mail") },
        { type: "noteRef", note: "1" },
        { type: "noteRef", note: "1" },
        { type: "noteRef", note: "not there" },
        { type: "link", url: "https://example.org/", children: [...text("linked"), { type: "noteRef", note: "linked only" }] },
        { type: "lang", lang: "fr", dir: "ltr", children: text("bonjour") },
      ],
    },
    { type: "list", ordered: true, start: 3, items: [[{ type: "paragraph", children: text("three") }], []] },
    { type: "list", ordered: false, items: [[{ type: "list", ordered: false, items: [[{ type: "paragraph", children: text("deep") }]] }]] },
    { type: "quote", children: [{ type: "paragraph", children: text("said") }], attribution: text("She"), url: "https://example.org/" },
    { type: "pullQuote", text: "pulled" },
    { type: "figure", image: { ...makeImage("dish"), caption: text("caption"), credit: "credit" } },
    { type: "gallery", images: [makeImage("bridge"), makeImage("not-there")] },
    { type: "table", caption: text("t"), head: [[{ children: text("h") }]], rows: [[{ children: text("c"), heading: true, colSpan: 1 }]] },
    { type: "table", head: [], rows: [[{ children: [] }]] },
    {
      type: "definitions",
      entries: [{ terms: [text("term"), text("& other")], definitions: [[{ type: "paragraph", children: text("said") }]] }],
    },
    { type: "details", summary: text("open <me>"), children: [{ type: "paragraph", children: text("folded") }] },
    { type: "callout", kind: "warning", title: text("Warning"), children: [{ type: "paragraph", children: text("hot") }] },
    {
      type: "paragraph",
      children: [
        { type: "checkbox", checked: true },
        { type: "del", children: text("old") },
        { type: "ins", children: text("new") },
        { type: "abbr", title: "a & b", children: text("ab") },
      ],
    },
    { type: "code", text: "if (a && b) {}", language: "js" },
    { type: "formula", tex: "x^2", text: "x²", mathml: [SQUARE] },
    { type: "paragraph", children: [{ type: "math", text: "x² < 1", mathml: [SQUARE, { tag: "mo", children: ["<"] }] }] },
    { type: "divider" },
    { type: "embed", provider: "Video", url: "https://example.org/v", title: "film" },
    { type: "note", id: "1", children: [{ type: "paragraph", children: text("note") }] },
    { type: "note", id: "1", children: [{ type: "paragraph", children: text("twice") }] },
    { type: "note", id: "linked only", children: [{ type: "paragraph", children: text("linked note") }] },
    { type: "note", id: "nobody's", children: [{ type: "paragraph", children: text("orphan") }] },
    { type: "correction", date: "2024-05-01T00:00:00Z", children: text("wrong") },
    { type: "unknown", name: "x-thing", text: "unknown" },
  ],
});

export const arabic = anArticle({ slug: "penicillin-ar", headline: "البنسلين", inLanguage: "ar", direction: "rtl" });

/** A book of two stories, in a left-to-right and a right-to-left language. */
export function aBook(changes: Partial<Book> = {}): Book {
  return {
    id: "urn:uuid:6f1c5e1a-7a0e-4e0f-9b7e-0d8f2f3c4b5a",
    title: "The Paper: 2 stories",
    publisher: "The Paper",
    language: "en",
    direction: "ltr",
    modified: new Date("2024-05-01T12:00:00.123Z"),
    contents: "Contents",
    stories: [everything, arabic],
    pictures: new Map([[makeImage("dish").url, { file: "picture-1.png", type: "image/png", bytes: new Uint8Array(PNG) }]]),
    pathOf: ({ slug }) => `/article/${slug}`,
    resolve: (url) => new URL(url, "https://paper.example/").href,
    credit: ({ authors }) => authors.map(({ name }) => name).join(", "),
    ...changes,
  };
}
