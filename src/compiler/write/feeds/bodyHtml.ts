import type { Article } from "#content/article.ts";
import type { Block, Cell } from "#content/block.ts";
import type { Image } from "#content/image.ts";
import { articlePath } from "#content/paths.ts";
import { absolute, type Site } from "../site.ts";
import { element, escaped } from "../xml.ts";
import { inlineHtml, type Resolve } from "./inlineHtml.ts";

/**
 * The full text of a story as HTML for a feed: its picture, its body, its
 * corrections. All text is escaped and all addresses are full, since a feed
 * reader shows it under an address of its own. It has no ids and no styles.
 */
export function bodyHtml(article: Article, site: Site): string {
  const own = absolute(site, articlePath(article.slug));
  const resolve: Resolve = (url) => (url.startsWith("/") ? absolute(site, url) : /^[#?]/u.test(url) ? `${own}${url}` : url);
  return [
    article.image ? figure(article.image, resolve) : "",
    blocksHtml(article.body, resolve),
    ...article.corrections.map(({ date, children }) => correction(date, inlineHtml(children, resolve))),
  ].join("");
}

function blocksHtml(blocks: Block[], resolve: Resolve): string {
  return blocks.map((block) => blockHtml(block, resolve)).join("\n");
}

function blockHtml(block: Block, resolve: Resolve): string {
  switch (block.type) {
    case "paragraph":
      return element("p", {}, inlineHtml(block.children, resolve));
    case "heading":
      return element(`h${block.level}`, {}, inlineHtml(block.children, resolve));
    case "list":
      return list(block, resolve);
    case "quote":
      return element(
        "blockquote",
        block.url === undefined ? {} : { cite: resolve(block.url) },
        blocksHtml(block.children, resolve),
        ...(block.attribution ? [element("p", {}, element("cite", {}, inlineHtml(block.attribution, resolve)))] : []),
      );
    case "pullQuote":
      // It repeats a sentence of the story beside it, and a feed has no beside.
      return "";
    case "figure":
      return figure(block.image, resolve);
    case "gallery":
      return block.images.map((image) => figure(image, resolve)).join("");
    case "table":
      return table(block, resolve);
    case "code":
      return element("pre", {}, element("code", {}, escaped(block.text)));
    case "divider":
      return element("hr", {});
    case "embed":
      return element("p", {}, element("a", { href: block.url }, escaped(block.title ?? block.url)));
    case "note":
      return element("div", {}, element("p", {}, `[${escaped(block.id)}]`), blocksHtml(block.children, resolve));
    case "correction":
      return correction(block.date, inlineHtml(block.children, resolve));
    case "unknown":
      return element("p", {}, escaped(block.text));
  }
}

function list({ ordered, start, items }: Extract<Block, { type: "list" }>, resolve: Resolve): string {
  const attributes = ordered && start !== undefined ? { start: String(start) } : {};
  return element(ordered ? "ol" : "ul", attributes, items.map((item) => element("li", {}, blocksHtml(item, resolve))).join(""));
}

function figure({ url, width, height, alt, caption, credit }: Image, resolve: Resolve): string {
  const words = [
    ...(caption ? [inlineHtml(caption, resolve)] : []),
    ...(credit === undefined ? [] : [element("small", {}, escaped(credit))]),
  ];
  return element(
    "figure",
    {},
    element("img", { src: resolve(url), width: String(width), height: String(height), alt }),
    ...(words.length > 0 ? [element("figcaption", {}, words.join(" "))] : []),
  );
}

function table({ caption, head, rows }: Extract<Block, { type: "table" }>, resolve: Resolve): string {
  const row = (cells: Cell[], inHead: boolean): string => element("tr", {}, cells.map((one) => cell(one, inHead, resolve)).join(""));
  return element(
    "table",
    {},
    ...(caption ? [element("caption", {}, inlineHtml(caption, resolve))] : []),
    ...(head.length > 0 ? [element("thead", {}, ...head.map((cells) => row(cells, true)))] : []),
    element("tbody", {}, rows.map((cells) => row(cells, false)).join("")),
  );
}

function cell({ children, heading, colSpan, rowSpan }: Cell, inHead: boolean, resolve: Resolve): string {
  const attributes = {
    ...(colSpan !== undefined && { colspan: String(colSpan) }),
    ...(rowSpan !== undefined && { rowspan: String(rowSpan) }),
  };
  return element(inHead || heading ? "th" : "td", attributes, inlineHtml(children, resolve));
}

function correction(date: string | undefined, words: string): string {
  const day = date?.slice(0, 10);
  return element("p", {}, ...(day === undefined ? [] : [element("time", { datetime: day }, day), " "]), element("em", {}, words));
}
