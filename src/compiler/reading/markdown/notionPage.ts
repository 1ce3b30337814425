import type { FrontMatter } from "./frontMatter.ts";
import { notionProperties } from "./releaseOfText.ts";

/**
 * A page that Notion has exported, by its name, which ends with an id: the properties below its heading are its fields, and what Notion
 * writes in a way of its own is as in other Markdown.
 * @returns undefined for any other text
 */
export function notionPage(path: string, { body: text }: FrontMatter): FrontMatter | undefined {
  const { properties, isCertain } = notionProperties(path, text);
  if (!isCertain) return undefined;
  const [heading = ""] = /^\uFEFF?\s*# [^\n]+\n/u.exec(text) ?? [];
  const [below = ""] = Object.keys(properties).length === 0 ? [] : (/^\s*\n(?:[^\n]+\n?)+/u.exec(text.slice(heading.length)) ?? []);
  const fields = Object.entries(properties).map(([name, value]): [string, unknown] => [OWN.get(name) ?? name, valueOf(name, value)]);
  const lines = text.slice(0, heading.length).split("\n").length;
  return {
    fields: Object.fromEntries(fields),
    lines: new Map(Object.keys(properties).map((name, index) => [name, lines + 1 + index])),
    body: heading + "\n".repeat(Math.max(0, below.split("\n").length - 1)) + asMarkdown(text.slice(heading.length + below.length)),
    bodyLine: 1,
    warnings: [],
  };
}

/** Properties that Notion fills itself. */
const OWN = new Map([
  ["Created time", "created"],
  ["Last edited time", "updated"],
]);

/** Of a period of time, its beginning: "May 1, 2024 10:15 AM (GMT+2) → May 3, 2024". Options of a list are separated by commas. */
function valueOf(name: string, value: string): unknown {
  if (/\d{4}/u.test(value) && /date|publi|creat|edit|update|embargo|expir/iu.test(name))
    return value.replace(/\s*→.*$/su, "").replace(/\s*\((?:GMT|UTC)[^)]*\)|^@/gu, "");
  return LISTS.test(name) ? value.split(",").map((each) => each.trim()) : value;
}

const LISTS = /^(?:authors?|by|byline|tags?|topics?|keywords|categories|places?|locations?)$/iu;

/** Boxes are `aside`, with an icon of Notion's; the caption of a picture is below it a second time. */
const asMarkdown = (text: string): string =>
  text
    .replace(/^<aside>[ \t]*$/gmu, '<div class="callout">\n')
    .replace(/^<\/aside>[ \t]*$/gmu, "</div>")
    .replace(/<img src="(?:https:\/\/www\.notion\.so)?\/icons\/[^<>]*>[ \t]*/gu, "")
    .replace(/^!\[([^\]\n]+)\]\(([^)\n]+)\)[ \t]*\n\s*\n\1[ \t]*$/gmu, (_, caption: string, address: string) =>
      caption.includes('"') ? `![${caption}](${address})\n\n` : `![${caption}](${address} "${caption}")\n\n`,
    );
