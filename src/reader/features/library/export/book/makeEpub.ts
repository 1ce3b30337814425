import type { Article } from "#content/article.ts";
import { strToU8, zipSync, type Zippable } from "fflate";
import { visitArticle } from "#content/visitBlocks.ts";
import { element, escaped, XML_HEAD } from "#content/html/xml.ts";
import type { Book } from "./book.ts";
import { page } from "./page.ts";
import { storyPage } from "./storyPage.ts";

/** Binds stories into an EPUB 3 publication (https://www.w3.org/TR/epub-33/). */
export function makeEpub(book: Book): Uint8Array {
  const files: Zippable = {
    // First and not compressed, so that its kind can be told from its beginning (section 4.2.6.2).
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(CONTAINER),
    "book/package.opf": strToU8(packageOf(book)),
    "book/contents.xhtml": strToU8(contents(book)),
    "book/book.css": strToU8(STYLES),
  };
  book.stories.forEach((story, index) => {
    files[`book/${chapterOf(index)}.xhtml`] = strToU8(storyPage(story, book));
  });
  // They are compressed already.
  for (const { file, bytes } of book.pictures.values()) files[`book/${file}`] = [bytes, { level: 0 }];
  if (book.cover) files[`book/${COVER}`] = [book.cover, { level: 0 }];
  return zipSync(files, { mtime: book.modified });
}

const COVER = "cover.png";

const chapterOf = (index: number): string => `story-${index + 1}`;

const CONTAINER = `${XML_HEAD}${element(
  "container",
  { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" },
  element("rootfiles", {}, element("rootfile", { "full-path": "book/package.opf", "media-type": "application/oebps-package+xml" })),
)}`;

function packageOf(book: Book): string {
  const { id, title, publisher, language, direction, modified, stories, pictures, cover } = book;
  const dc = (name: string, value: string, attributes = {}) => element(`dc:${name}`, attributes, escaped(value));
  const item = (name: string, href: string, type: string, more = {}) => element("item", { id: name, href, "media-type": type, ...more });
  return `${XML_HEAD}${element(
    "package",
    { xmlns: "http://www.idpf.org/2007/opf", version: "3.0", "unique-identifier": "id", "xml:lang": language, dir: direction },
    element(
      "metadata",
      { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
      dc("identifier", id, { id: "id" }),
      dc("title", title),
      dc("publisher", publisher),
      ...[...new Set([language, ...stories.map(({ inLanguage }) => inLanguage)])].map((each) => dc("language", each)),
      ...[...new Set(stories.flatMap(({ authors }) => authors.map(({ name }) => name)))].map((name) => dc("creator", name)),
      element("meta", { property: "dcterms:modified" }, modified.toISOString().replace(/\.\d+/u, "")),
    ),
    element(
      "manifest",
      {},
      item("contents", "contents.xhtml", "application/xhtml+xml", { properties: "nav" }),
      item("styles", "book.css", "text/css"),
      ...(cover ? [item("cover", COVER, "image/png", { properties: "cover-image" })] : []),
      ...stories.map((story, index) =>
        item(chapterOf(index), `${chapterOf(index)}.xhtml`, "application/xhtml+xml", hasMath(story) ? { properties: "mathml" } : {}),
      ),
      ...[...pictures.values()].map(({ file, type }) => item(file.replace(/\W/gu, "-"), file, type)),
    ),
    element(
      "spine",
      { "page-progression-direction": direction },
      element("itemref", { idref: "contents" }),
      ...stories.map((_, index) => element("itemref", { idref: chapterOf(index) })),
    ),
  )}`;
}

function contents({ title, contents: heading, language, direction, stories }: Book): string {
  const lines = stories.map(({ headline, inLanguage, direction }, index) =>
    element(
      "li",
      {},
      element("a", { href: `${chapterOf(index)}.xhtml`, lang: inLanguage, "xml:lang": inLanguage, dir: direction }, escaped(headline)),
    ),
  );
  return page(
    { title, language, direction },
    element("h1", {}, escaped(title)),
    element("nav", { "epub:type": "toc" }, element("h2", {}, escaped(heading)), element("ol", {}, ...lines)),
  );
}

const STYLES = `body { line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.2; break-after: avoid; }
.standfirst { font-style: italic; }
.credit, figcaption { font-size: 0.85em; }
figure { margin: 1em 0; break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { padding: 0.2em 0.5em; border-bottom: 1px solid; text-align: start; }
pre { white-space: pre-wrap; }
`;

/** EPUB 3.3 (5.3.7): the manifest says so of a chapter with a formula. */
function hasMath(story: Article): boolean {
  let found = false;
  visitArticle(story, {
    block: ({ type }) => void (found ||= type === "formula"),
    inline: ({ type }) => void (found ||= type === "math"),
  });
  return found;
}
