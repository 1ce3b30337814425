import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Book } from "#content/book/book.ts";
import { makeEpub } from "#content/book/makeEpub.ts";
import { aBook, arabic, COVER, everything, PNG } from "../../support/aBook.ts";
import { anArticle } from "../../support/anArticle.ts";

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

/** Three stories of two sections, in two languages, by two authors. */
const issue = aBook({
  title: "Issue & more",
  isIssue: true,
  published: "2024-05-01",
  cover: COVER,
  stories: [
    anArticle({ slug: "a", headline: "A & B", authors: [{ slug: "ann", name: "Ann", kind: "person" }] }),
    anArticle({ slug: "b", headline: "B", authors: [{ slug: "ann", name: "Ann", kind: "person" }] }),
    arabic,
  ],
  partOf: ({ slug }) => (slug === "penicillin-ar" ? undefined : "Science & nature"),
});

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function fileOf(book: Book, name: string): string {
  const file = unzipSync(makeEpub(book))[name];
  return file ? strFromU8(file) : "missing";
}

test("the package lists its metadata, its files and the order of reading", () => {
  expect(fileOf(issue, "book/package.opf").replaceAll("><", ">\n<")).toBe(
    `${HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en" dir="ltr">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:6f1c5e1a-7a0e-4e0f-9b7e-0d8f2f3c4b5a</dc:identifier>
<dc:title>Issue &amp; more</dc:title>
<dc:publisher>The Paper</dc:publisher>
<dc:language>en</dc:language>
<dc:language>ar</dc:language>
<dc:creator>Ann</dc:creator>
<dc:date>2024-05-01</dc:date>
<meta property="dcterms:modified">2024-05-01T12:00:00Z</meta>
<meta property="belongs-to-collection" id="paper">The Paper</meta>
<meta property="collection-type" refines="#paper">series</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="styles" href="book.css" media-type="text/css"/>
<item id="ncx" href="contents.ncx" media-type="application/x-dtbncx+xml"/>
<item id="story-1" href="story-1.xhtml" media-type="application/xhtml+xml"/>
<item id="story-2" href="story-2.xhtml" media-type="application/xhtml+xml"/>
<item id="story-3" href="story-3.xhtml" media-type="application/xhtml+xml"/>
<item id="cover-png" href="cover.png" media-type="image/png" properties="cover-image"/>
<item id="picture-1-png" href="picture-1.png" media-type="image/png"/>
</manifest>
<spine toc="ncx" page-progression-direction="ltr">
<itemref idref="contents"/>
<itemref idref="story-1"/>
<itemref idref="story-2"/>
<itemref idref="story-3"/>
</spine>
</package>`,
  );
  expect(fileOf(aBook(), "book/package.opf")).not.toMatch(/dc:date|collection/u);
  expect(fileOf(issue, "META-INF/container.xml")).toContain(
    '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>',
  );
});

test("the table of contents groups neighbours of a section, and older readers get it as a list", () => {
  const link = (number: number, words: string, more = 'lang="en" xml:lang="en" dir="ltr"') =>
    `<li><a href="story-${number}.xhtml" ${more}>${words}</a></li>`;
  expect(fileOf(issue, "book/contents.xhtml")).toBe(
    `${HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en" dir="ltr">` +
      '<head><title>Issue &amp; more</title><link rel="stylesheet" type="text/css" href="book.css"/></head>' +
      '<body><h1>Issue &amp; more</h1><nav epub:type="toc"><h2>Contents</h2><ol>' +
      `<li><span>Science &amp; nature</span><ol>${link(1, "A &amp; B")}${link(2, "B")}</ol></li>` +
      `${link(3, arabic.headline, 'lang="ar" xml:lang="ar" dir="rtl"')}</ol></nav></body></html>`,
  );
  const point = (number: number, words: string) =>
    `<navPoint id="story-${number}" playOrder="${number}"><navLabel><text>${words}</text></navLabel><content src="story-${number}.xhtml"/></navPoint>`;
  expect(fileOf(issue, "book/contents.ncx")).toBe(
    `${HEAD}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">` +
      '<head><meta name="dtb:uid" content="urn:uuid:6f1c5e1a-7a0e-4e0f-9b7e-0d8f2f3c4b5a"/></head>' +
      "<docTitle><text>Issue &amp; more</text></docTitle>" +
      `<navMap>${point(1, "A &amp; B")}${point(2, "B")}${point(3, arabic.headline)}</navMap></ncx>`,
  );
});

test("a chapter begins with headline, standfirst, credit, picture and recording, and ends with corrections and its address", () => {
  const story = fileOf(
    aBook({ stories: [{ ...everything, audio: { kind: "episode", url: "/a.mp3", title: "Talk" } }] }),
    "book/story-1.xhtml",
  );
  expect(story).toContain(
    "<h1>Crime &amp; &lt;punishment&gt; “today” </h1>" +
      '<p class="standfirst">A &amp; B</p><p class="credit" lang="en" xml:lang="en" dir="ltr">A &amp; B</p>' +
      '<figure><img src="picture-1.png" width="1200" height="750" alt="Drawing: dish"/></figure>' +
      '<figure><p><a href="https://paper.example/a.mp3">Talk</a></p></figure><h2>One</h2>',
  );
  expect(story).toMatch(/<em>It was &lt;Tuesday&gt;\.<\/em><\/p><p class="credit"><a href="https:[^"]*">https:[^<]*<\/a><\/p><\/body>/u);
  const address = "https://paper.example/article/voyager-1";
  expect(story).toContain(`<a href="${address}#one">here</a>`);
  expect(story).toContain(`<a href="${address}">broken</a>`);
  expect(story).toContain('<a href="https://paper.example/topic/x">inside</a>');
});
