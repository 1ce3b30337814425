import type { Article } from "../article.ts";
import { element, escaped, XML_HEAD } from "../html/xml.ts";
import { lineOf } from "../labels.ts";
import type { Book } from "./book.ts";
import { bookPage } from "./bookPage.ts";

/** The file of a story in its book, without the extension. */
export const chapterOf = (index: number): string => `story-${index + 1}`;

/** The table of contents (EPUB 3.3, section 7), which is also the first page. */
export function contentsPage(book: Book): string {
  const { title, contents: heading, language, direction } = book;
  const parts = partsOf(book).flatMap(({ name, chapters }) => {
    const lines = chapters.map(({ story, file }) => element("li", {}, link(story, file)));
    return name === undefined ? lines : [element("li", {}, element("span", {}, escaped(name)), element("ol", {}, ...lines))];
  });
  return bookPage(
    { title, language, direction },
    element("h1", {}, escaped(title)),
    element("nav", { "epub:type": "toc" }, element("h2", {}, escaped(heading)), element("ol", {}, ...parts)),
  );
}

const link = (story: Article, file: string): string => {
  const { inLanguage, direction } = story;
  return element("a", { href: file, lang: inLanguage, "xml:lang": inLanguage, dir: direction }, escaped(lineOf(story)));
};

/** The table of contents of EPUB 2 (NCX), which many e-readers still use instead. */
export function oldContents({ id, title, stories }: Book): string {
  const text = (words: string) => element("text", {}, escaped(words));
  const points = stories.map((story, index) =>
    element(
      "navPoint",
      { id: chapterOf(index), playOrder: `${index + 1}` },
      element("navLabel", {}, text(lineOf(story))),
      element("content", { src: `${chapterOf(index)}.xhtml` }),
    ),
  );
  return `${XML_HEAD}${element(
    "ncx",
    { xmlns: "http://www.daisy.org/z3986/2005/ncx/", version: "2005-1" },
    element("head", {}, element("meta", { name: "dtb:uid", content: id })),
    element("docTitle", {}, text(title)),
    element("navMap", {}, ...points),
  )}`;
}

type Part = { name: string | undefined; chapters: { story: Article; file: string }[] };

/** Groups neighbouring stories of the same part. */
function partsOf({ stories, partOf = () => undefined }: Book): Part[] {
  const parts: Part[] = [];
  for (const [index, story] of stories.entries()) {
    const name = partOf(story);
    const last = parts.at(-1);
    const part = last && last.name === name ? last : { name, chapters: [] };
    if (part !== last) parts.push(part);
    part.chapters.push({ story, file: `${chapterOf(index)}.xhtml` });
  }
  return parts;
}
