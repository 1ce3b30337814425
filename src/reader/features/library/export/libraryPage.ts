import type { OutsideLink } from "#content/library/outsideLink.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { element, escaped } from "#content/html/xml.ts";
import { addressOf, nameOf } from "../../search/searchId.ts";
import { articlePath, subjectPath } from "#content/paths.ts";

type Part = { heading: string; lines: string[] };

export type PageOptions = {
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  headings: Record<"saved" | "followed" | "search" | "highlight" | "read" | "links", string>;
  resolve: (path: string) => string;
};

/** A library as an HTML page that opens anywhere: one file that needs nothing else. */
export function libraryPage(
  records: readonly LibraryRecord[],
  links: Iterable<OutsideLink>,
  { title, language, direction, headings, resolve }: PageOptions,
): string {
  const link = (path: string, name: string, lang?: string) =>
    element("a", { href: resolve(path), ...(lang && { lang }), dir: "auto" }, escaped(name));
  const parts: Record<keyof typeof headings, Part> = {
    saved: { heading: headings.saved, lines: [] },
    followed: { heading: headings.followed, lines: [] },
    search: { heading: headings.search, lines: [] },
    highlight: { heading: headings.highlight, lines: [] },
    read: { heading: headings.read, lines: [] },
    links: { heading: headings.links, lines: [] },
  };
  for (const { kind, value } of records) {
    if (!value) continue;
    if (kind === "saved" || kind === "read") parts[kind].lines.push(link(articlePath(value.slug), value.headline, value.inLanguage));
    if (kind === "followed") parts.followed.lines.push(link(subjectPath(value.kind, value.slug), value.name));
    if (kind === "search") parts.search.lines.push(link(addressOf(value), nameOf(value)));
    if (kind === "highlight") {
      parts.highlight.lines.push(
        quoted(value.passage.exact) + noted(value.note) + link(articlePath(value.slug), value.headline, value.inLanguage),
      );
    }
  }
  for (const { url, title: name, quotes = [] } of links) {
    const marks = quotes.map(({ text, note }) => (text && quoted(text)) + noted(note));
    parts.links.lines.push(
      (url === undefined ? element("span", { dir: "auto" }, escaped(name)) : element("a", { href: url, dir: "auto" }, escaped(name))) +
        marks.join(""),
    );
  }
  const sections = Object.values(parts)
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => element("h2", {}, escaped(heading)) + element("ul", {}, ...lines.map((line) => element("li", {}, line))));
  const head = `${element("meta", { charset: "utf-8" })}${element("title", {}, escaped(title))}<style>${STYLES}</style>`;
  const body = element("body", {}, element("h1", {}, escaped(title)), ...sections);
  return `<!doctype html>${element("html", { lang: language, dir: direction }, element("head", {}, head), body)}`;
}

const quoted = (text: string): string => element("blockquote", { dir: "auto" }, escaped(text));
const noted = (note: string | undefined): string => (note === undefined ? "" : element("p", { dir: "auto" }, escaped(note)));

const STYLES = "body{max-width:40em;margin:2em auto;padding:0 1em;font:1em/1.5 serif}li{margin-block:.6em}";
