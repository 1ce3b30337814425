import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Article } from "#content/article.ts";
import type { Book } from "#content/book/book.ts";
import { makeEpub } from "#content/book/makeEpub.ts";
import { epubcheck, hasEpubcheck } from "../../support/epubcheck.ts";
import { anArticle } from "../../support/anArticle.ts";
import { makeImage } from "../../support/makeArticle.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const COVER: Book["cover"] = { file: "cover.png", type: "image/png", bytes: new Uint8Array(PNG) };

const text = (words: string) => [{ type: "text" as const, text: words }];

const SQUARE = {
  tag: "msup",
  children: [
    { tag: "mi", children: ["x"] },
    { tag: "mn", children: ["2"] },
  ],
};

/** A story with every block and inline there is, and with words and addresses that are awkward in XML. */
const everything: Article = anArticle({
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

const arabic = anArticle({ slug: "penicillin-ar", headline: "البنسلين", inLanguage: "ar", direction: "rtl" });

function aBook(changes: Partial<Book> = {}): Book {
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

test("a book holds its stories and pictures, each file well-formed, its kind told by its first bytes", () => {
  const bytes = makeEpub(aBook());
  expect(strFromU8(bytes.slice(30, 58))).toBe("mimetypeapplication/epub+zip");
  const files = unzipSync(bytes);
  const named = Object.keys(files);
  expect(named).toContain("book/picture-1.png");
  for (const name of named.filter((each) => /\.(?:xhtml|opf|xml)$/u.test(each))) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(strFromU8(files[name]!)).close();
  }
  const story = strFromU8(files["book/story-1.xhtml"]!);
  expect(story).toContain("Crime &amp; &lt;punishment&gt;");
  expect(story).toContain(
    '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x²" display="block"><msup><mi>x</mi><mn>2</mn></msup></math>',
  );
  expect(strFromU8(files["book/package.opf"]!)).toMatch(/href="story-1\.xhtml"[^>]* properties="mathml"/u);
  expect(strFromU8(files["book/package.opf"]!)).not.toMatch(/href="story-2\.xhtml"[^>]* properties/u);
  expect(story).toContain('src="picture-1.png"');
  expect(story).toContain("Drawing: not-there");
  expect(strFromU8(files["book/story-2.xhtml"]!)).toContain('lang="ar" xml:lang="ar" dir="rtl"');
});

test("a book has the paper's icon for a cover, where there is one", () => {
  const files = unzipSync(makeEpub(aBook({ cover: COVER })));
  expect(files["book/cover.png"]).toEqual(new Uint8Array(PNG));
  expect(strFromU8(files["book/package.opf"]!)).toContain(
    '<item id="cover-png" href="cover.png" media-type="image/png" properties="cover-image"/>',
  );
  expect(Object.keys(unzipSync(makeEpub(aBook())))).not.toContain("book/cover.png");
});

test("a story leads to where it is in the site, in the edition in its language", () => {
  const pathOf: Book["pathOf"] = ({ slug, inLanguage }) => `${inLanguage === "ar" ? "/ar" : ""}/article/${slug}`;
  const files = unzipSync(makeEpub(aBook({ pathOf })));
  const credit = (number: number) => /<p class="credit"><a href="([^"]*)"/u.exec(strFromU8(files[`book/story-${number}.xhtml`]!))?.[1];
  expect([credit(1), credit(2)]).toEqual([everything, arabic].map((story) => `https://paper.example${pathOf(story)}`));
});

test("a note and the first reference to it lead to each other, and none leads to what is not there", () => {
  const story = strFromU8(unzipSync(makeEpub(aBook()))["book/story-1.xhtml"]!);
  const reference = (id: string) => `<a epub:type="noteref" role="doc-noteref" href="#note-1"${id}>[1]</a>`;
  expect(story).toContain(`<sup>${reference(' id="reference-1"')}</sup><sup>${reference("")}</sup><sup>[not there]</sup>`);
  expect(story).toContain('id="note-1"><p><a role="doc-backlink" href="#reference-1">[1]</a></p><p>note</p></aside>');
  expect(story.match(/<aside epub/gu)).toHaveLength(1);
  for (const [, target] of story.matchAll(/href="#([^"]+)"/gu)) expect(story).toContain(`id="${target}"`);
});

// CI installs the checker: where it is missing there, this fails.
test.skipIf(!hasEpubcheck && !process.env["CI"])(
  "a book passes epubcheck, by the makers of the format, in both directions of writing",
  // Java takes its time on a machine with other work.
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    for (const [name, book] of [
      ["ltr.epub", aBook({ cover: COVER })],
      ["rtl.epub", aBook({ language: "ar", direction: "rtl", stories: [arabic], pictures: new Map() })],
    ] as const) {
      const file = join(folder, name);
      await writeFile(file, makeEpub(book));
      expect(epubcheck(file)).toBe("");
    }
  },
);
