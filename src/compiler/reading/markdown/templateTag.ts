import { isPictureName } from "../../text/isPictureName.ts";
import { wikiAddress } from "../../text/wikiAddress.ts";
import type { Raw } from "../../text/jsonRecord.ts";
import { shortcodeWords } from "../../body/shortcodeWords.ts";

/** The text that replaces a tag, and what to report about the tag: a predicate whose subject is the tag. */
export type Replaced = { text: string; message?: string };

const LEFT_OUT: Replaced = { text: "", message: "is a template tag that means nothing here; it was left out" };

/**
 * The words in the arguments of an unknown tag: a quote and its source, a caption, a title.
 * They may hold Markdown, so each becomes a paragraph of its own.
 */
function words(name: string, named: Map<string, string>, alone: boolean): Replaced | undefined {
  const html = shortcodeWords(name, named, "", alone);
  if (html.trim() === "") return undefined;
  const text = html.replace(/<\/?p>/gu, "\n\n").replace(/<\/?(?:blockquote|footer)>/gu, "\n\n$&\n\n");
  return { text, message: "is a template tag that means nothing here; the words in it were kept" };
}

/**
 * A tag of Liquid or Nunjucks without its braces: `image "a.jpg" "A dish"`.
 * @param alone whether it is on a line of its own
 */
export function statement(source: string, alone: boolean): Replaced {
  const [, call, given = ""] = CALL.exec(source) ?? [];
  if (call !== undefined) return shortcode(`${call} ${given}`, alone);
  const [name = ""] = source.split(/[\s"']/u, 1);
  const { values, named } = argumentsOf(source.slice(name.length));
  const [first, second, third] = values;
  switch (name) {
    // Markers whose counterpart is inside code, so that no pair was found.
    case "raw":
    case "endraw":
    // Zola's end of a tag around a text.
    case "end":
      return { text: "" };
    case "image":
      return first === undefined ? LEFT_OUT : { text: picture(first, second) };
    case "image_with_class":
      return first === undefined ? LEFT_OUT : { text: picture(first, third) };
    case "link":
      return { text: `/${(first ?? source.slice(name.length).trim()).replace(/^\//u, "")}` };
    // Hexo's tags for files beside the post and for posts by name.
    case "asset_img":
    case "img": {
      const at = values.findIndex(isPictureName);
      const words = values.slice(at + 1).filter((value) => !/^\d+$/u.test(value));
      return at === -1 ? LEFT_OUT : { text: picture(values[at] ?? "", words.join(" ")) };
    }
    case "asset_path":
      return { text: first ?? "" };
    case "post_path":
      return { text: wikiAddress(first ?? "") };
    case "post_link":
      return first === undefined ? LEFT_OUT : { text: `[${values.slice(1).join(" ") || first}](${wikiAddress(first)})` };
    case "post_url":
      return { text: postAddress(first ?? source.slice(name.length).trim()) };
    case "youtube":
      return { text: frame(`https://www.youtube.com/embed/${first ?? source.slice(name.length).trim()}`) };
    default:
      return figure(named) ?? words(`${name} ${first ?? ""}`, named, alone) ?? LEFT_OUT;
  }
}

/** Zola's shortcodes: `youtube(id="abc")`. */
const CALL = /^(\w+)\(([\s\S]*)\)$/u;

/** An expression without its braces: `"/2014/12/23/hub/" | url`, `site.baseurl`. */
export function expression(source: string, fields: Raw, alone: boolean): Replaced {
  const [, call, given = ""] = CALL.exec(source) ?? [];
  if (call !== undefined) return shortcode(`${call} ${given}`, alone);
  if (/^site\.(?:base_?url|url)$/iu.test(source)) return { text: "" };
  const [, double, single, field = "", filters = ""] = /^(?:"([^"]*)"|'([^']*)'|(?:page\.)?([\w-]+))\s*(\|[\s\S]*)?$/u.exec(source) ?? [];
  const value = double ?? single ?? fields[field];
  if (typeof value !== "string") return LEFT_OUT;
  const names = [...filters.matchAll(/\|\s*(\w+)/gu)].map((match) => match[1] ?? "");
  if (names.includes("embed")) return { text: frame(value, argumentsOf(filters.slice(filters.indexOf(":") + 1)).values[0]) };
  if (names.every((name) => ADDRESSES.has(name))) return { text: value };
  const isName = names.some((name) => /(?:link|name|author)$/u.test(name));
  return isName ? { text: value, message: "could not be looked up; the name itself is shown instead" } : LEFT_OUT;
}

/** Filters that leave an address or a text the same. */
const ADDRESSES = new Set(["url", "relative_url", "absolute_url", "prepend", "asset_url", "absUrl", "relURL", "escape", "safe", "strip"]);

/** A shortcode of Hugo without its braces: `figure src="a.jpg" caption="A dish"`. */
export function shortcode(source: string, alone: boolean): Replaced {
  const [name = ""] = source.split(/[\s"']/u, 1);
  const { values, named } = argumentsOf(source.slice(name.length));
  const [first = named.get("id") ?? "", second] = values;
  switch (name) {
    case "ref":
    case "relref":
      return { text: reference(named.get("path") ?? (first === "." ? (second ?? "") : first)) };
    case "youtube":
      return { text: frame(`https://www.youtube.com/embed/${first}`, named.get("title")) };
    case "vimeo":
      return { text: frame(`https://player.vimeo.com/video/${first}`, named.get("title")) };
    case "tweet":
    case "twitter":
    case "x":
      return { text: `\n\nhttps://x.com/${named.get("user") ?? (second === undefined ? "i" : first)}/status/${second ?? first}\n\n` };
    case "instagram":
      return { text: `\n\nhttps://www.instagram.com/p/${first}/\n\n` };
    default:
      return figure(named) ?? words(name, named, alone) ?? LEFT_OUT;
  }
}

/** Hugo finds a page by its path from the content folder, and by its bare name wherever it is. */
function reference(written: string): string {
  const [, path = "", fragment = ""] = /^([^#]*)(#.*)?$/su.exec(written) ?? [];
  if (path === "" || /^[/.]/u.test(path)) return written;
  return path.includes("/") ? `/${written}` : wikiAddress(path) + fragment;
}

/** A tag that names a picture shows it: `{% include "figure.html", image: "a.jpg", alt: "A dish" %}`. */
export function figure(named: ReadonlyMap<string, string>): Replaced | undefined {
  const [source] = ["src", "image", "image_path", "image_url", "file", "path"].flatMap((name) => named.get(name) ?? []);
  if (source === undefined || !isPictureName(source)) return undefined;
  const caption = named.get("caption") ?? named.get("title");
  const credit = named.get("attr") ?? named.get("credit");
  if (caption === undefined && credit === undefined) return { text: linked(picture(source, named.get("alt")), named) };
  const words = `${caption ?? ""}${credit === undefined ? "" : ` <small>${credit}</small>`}`;
  const image = linked(`<img src="${quoted(source)}" alt="${quoted(named.get("alt") ?? "")}">`, named);
  return { text: `<figure>${image}<figcaption>${words}</figcaption></figure>` };
}

function linked(image: string, named: ReadonlyMap<string, string>): string {
  const url = named.get("link") ?? named.get("url");
  return url === undefined ? image : `<a href="${quoted(url)}">${image}</a>`;
}

/** The comment keeps the line from starting an HTML block, in which Markdown would not be parsed (CommonMark 4.6, case 7). */
export const picture = (source: string, alt = ""): string => `<img src="${quoted(source)}" alt="${quoted(alt)}"><!---->`;

export const frame = (address: string, title = ""): string => `<iframe src="${quoted(address)}" title="${quoted(title)}"></iframe>`;

export const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replace(/\s+/gu, " ");

/** Jekyll's default address of a post. */
function postAddress(name: string): string {
  const [, year, month, day, title] = /(\d{4})-(\d\d)-(\d\d)-([^/]+?)(?:\.(?:md|markdown|html))?$/u.exec(name) ?? [];
  return title === undefined ? `/${name}` : `/${year}/${month}/${day}/${title}/`;
}

/** "a" 'b' c, name="d", name: "e", with commas or without. */
function argumentsOf(source: string): { values: string[]; named: Map<string, string> } {
  const values: string[] = [];
  const named = new Map<string, string>();
  for (const match of source.matchAll(/(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"'=:]+))/gu)) {
    const [, name, double, single, back, bare] = match;
    const value = bare ?? back ?? (double ?? single ?? "").replace(/\\(["'])/gu, "$1");
    if (name !== undefined) named.set(name, value);
    else values.push(value);
  }
  return { values, named };
}
