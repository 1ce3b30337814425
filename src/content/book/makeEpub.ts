import type { Article } from "../article.ts";
import { strToU8, zipSync, type Zippable } from "fflate";
import { visitArticle } from "../blocks/visitBlocks.ts";
import { element, escaped, XML_HEAD } from "../html/xml.ts";
import type { Book, BookPicture } from "./book.ts";
import { chapterOf, contentsPage, oldContents } from "./contents.ts";
import { storyPage } from "./storyPage.ts";

/** Binds stories into an EPUB 3 publication (https://www.w3.org/TR/epub-33/). */
export function makeEpub(book: Book): Uint8Array {
  const files: Zippable = {
    // First and not compressed, so that the first bytes identify the format (section 4.2.6.2).
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(CONTAINER),
    "book/package.opf": strToU8(packageOf(book)),
    "book/contents.xhtml": strToU8(contentsPage(book)),
    "book/contents.ncx": strToU8(oldContents(book)),
    "book/book.css": strToU8(STYLES),
  };
  book.stories.forEach((story, index) => {
    files[`book/${chapterOf(index)}.xhtml`] = strToU8(storyPage(story, book));
  });
  // Pictures are already compressed.
  for (const { file, bytes } of picturesIn(book)) files[`book/${file}`] = [bytes, { level: 0 }];
  return zipSync(files, { mtime: NO_TIME });
}

/** ZIP stores times of files in the machine's time zone. One fixed time for all makes the same book the same bytes everywhere. */
const NO_TIME = new Date(1980, 0, 1);

const picturesIn = ({ pictures, cover }: Book): Set<BookPicture> => new Set([...(cover ? [cover] : []), ...pictures.values()]);

const CONTAINER = `${XML_HEAD}${element(
  "container",
  { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" },
  element("rootfiles", {}, element("rootfile", { "full-path": "book/package.opf", "media-type": "application/oebps-package+xml" })),
)}`;

function packageOf(book: Book): string {
  const { id, title, publisher, language, direction, modified, published, isIssue, stories, cover } = book;
  const dc = (name: string, value: string, attributes = {}) => element(`dc:${name}`, attributes, escaped(value));
  const meta = (property: string, value: string, attributes = {}) => element("meta", { property, ...attributes }, escaped(value));
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
      ...(published === undefined ? [] : [dc("date", published)]),
      meta("dcterms:modified", modified.toISOString().replace(/\.\d+/u, "")),
      ...(isIssue ? [meta("belongs-to-collection", publisher, { id: "paper" })] : []),
      ...(isIssue ? [meta("collection-type", "series", { refines: "#paper" })] : []),
    ),
    element(
      "manifest",
      {},
      item("contents", "contents.xhtml", "application/xhtml+xml", { properties: "nav" }),
      item("styles", "book.css", "text/css"),
      item("ncx", "contents.ncx", "application/x-dtbncx+xml"),
      ...stories.map((story, index) =>
        item(chapterOf(index), `${chapterOf(index)}.xhtml`, "application/xhtml+xml", hasMath(story) ? { properties: "mathml" } : {}),
      ),
      ...[...picturesIn(book)].map((picture) =>
        item(picture.file.replace(/\W/gu, "-"), picture.file, picture.type, picture === cover ? { properties: "cover-image" } : {}),
      ),
    ),
    element(
      "spine",
      { toc: "ncx", "page-progression-direction": direction },
      element("itemref", { idref: "contents" }),
      ...stories.map((_, index) => element("itemref", { idref: chapterOf(index) })),
    ),
  )}`;
}

const STYLES = `nav span { font-weight: bold; }
body { line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.2; break-after: avoid; }
.standfirst { font-style: italic; }
.credit, figcaption { font-size: 0.85em; }
figure { margin: 1em 0; break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { padding: 0.2em 0.5em; border-bottom: 1px solid; text-align: start; }
pre { white-space: pre-wrap; }
`;

/** The manifest must declare a chapter with a formula (EPUB 3.3, section 5.3.7). */
function hasMath(story: Article): boolean {
  let found = false;
  visitArticle(story, {
    block: ({ type }) => void (found ||= type === "formula"),
    inline: ({ type }) => void (found ||= type === "math"),
  });
  return found;
}
