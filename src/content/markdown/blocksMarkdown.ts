import type { Block, BlockOf, Cell } from "../blocks/block.ts";
import { noteLabel, type Inline } from "../blocks/inline.ts";
import type { Image } from "../image.ts";
import type { Recording } from "../recording.ts";
import { turnsOf } from "../transcript.ts";
import { escapedMarkdown, fenceFor, inlineMarkdown, linkMarkdown, type Resolve } from "./inlineMarkdown.ts";

/**
 * Blocks as Markdown: CommonMark with the tables, notes and strikethrough of GitHub. Pull quotes, which repeat the text, are left out.
 * @param resolve makes addresses absolute
 */
export function blocksMarkdown(blocks: Block[], resolve: Resolve): string {
  return parts(blocks.map((block) => blockMarkdown(block, resolve)));
}

/** Parts that are not empty, each after an empty line. */
export const parts = (all: string[]): string => all.filter((part) => part !== "").join("\n\n");

function blockMarkdown(block: Block, resolve: Resolve): string {
  const line = (inlines: Inline[] = []): string => inlineMarkdown(inlines, resolve).trim();
  switch (block.type) {
    case "paragraph":
      return line(block.children);
    case "heading":
      return `${"#".repeat(block.level)} ${line(block.children)}`;
    case "list":
      return list(block, resolve);
    case "quote":
      return quoted(parts([blocksMarkdown(block.children, resolve), block.attribution ? `— ${line(block.attribution)}` : ""]));
    case "pullQuote":
      return "";
    case "figure":
      return pictureMarkdown(block.image, resolve);
    case "gallery":
      return parts(block.images.map((image) => pictureMarkdown(image, resolve)));
    case "definitions":
      return definitions(block, resolve);
    case "details":
      return parts([`**${line(block.summary)}**`, blocksMarkdown(block.children, resolve)]);
    case "callout":
      return quoted(parts([block.title ? `**${line(block.title)}**` : "", blocksMarkdown(block.children, resolve)]));
    case "table":
      return table(block, resolve);
    case "code":
      return code(block);
    case "chart":
      return parts([
        table({ type: "table", caption: block.title, head: block.head, rows: block.rows }, resolve),
        [escapedMarkdown(block.alt), line(block.note), line(block.source)].filter(Boolean).join(" "),
      ]);
    case "formula":
      return block.tex === undefined ? escapedMarkdown(block.text) : `$$\n${block.tex.trim()}\n$$`;
    case "divider":
      return "---";
    case "embed":
      return linkMarkdown(escapedMarkdown(block.title ?? block.url), block.url);
    case "audio":
    case "video":
      return recordingMarkdown(block, resolve);
    case "note":
      return `[^${noteLabel(block.id)}]: ${indented(blocksMarkdown(block.children, resolve), 4)}`;
    case "correction":
      return correctionMarkdown(block.date, block.children, resolve);
    case "post":
      return post(block, resolve);
    case "quiz":
      return quiz(block, resolve);
    case "custom":
      return blocksMarkdown(block.children, resolve);
    case "unknown":
      return escapedMarkdown(block.text);
  }
}

/** A picture, with its caption and credit below it. */
export function pictureMarkdown({ url, alt, caption = [], credit }: Image, resolve: Resolve): string {
  const words = [inlineMarkdown(caption, resolve).trim(), credit === undefined ? "" : escapedMarkdown(credit)].filter(Boolean).join(" — ");
  return parts([`!${linkMarkdown(escapedMarkdown(alt), resolve(url))}`, words]);
}

/** A link to a recording, and its transcript. */
export function recordingMarkdown({ url, title, transcript = [] }: Recording, resolve: Resolve): string {
  const turns = turnsOf(transcript).map(({ speaker, cues }) => {
    const said = escapedMarkdown(cues.map(({ text }) => text).join(" "));
    return speaker === undefined ? said : `**${escapedMarkdown(speaker)}:** ${said}`;
  });
  return parts([linkMarkdown(escapedMarkdown(title || url), resolve(url)), turns.length > 0 ? quoted(parts(turns)) : ""]);
}

export function correctionMarkdown(date: string | undefined, children: Inline[], resolve: Resolve): string {
  return `> ${date === undefined ? "" : `${date.slice(0, 10)}: `}${inlineMarkdown(children, resolve).trim()}`;
}

const indented = (text: string, by: number): string => text.replaceAll(/\n(?=[^\n])/gu, `\n${" ".repeat(by)}`);

const quoted = (text: string): string => text.replaceAll(/^/gmu, "> ").replaceAll(/^> $/gmu, ">");

function list({ ordered, start = 1, items }: BlockOf<"list">, resolve: Resolve): string {
  return items
    .map((item, at) => {
      const sign = ordered ? `${start + at}. ` : "- ";
      return sign + indented(blocksMarkdown(item, resolve), sign.length);
    })
    .join("\n");
}

/** Cells that span several columns are followed by empty ones; rows have no such form. */
function table({ caption, head, rows }: BlockOf<"table">, resolve: Resolve): string {
  const cellsOf = (cells: Cell[]): string[] =>
    cells.flatMap(({ children, colSpan = 1 }) => [inlineMarkdown(children, resolve).trim(), ...Array<string>(colSpan - 1).fill("")]);
  const [first = [], ...more] = head.map(cellsOf);
  const all = [...more, ...rows.map(cellsOf)];
  const width = Math.max(first.length, ...all.map(({ length }) => length));
  const row = (cells: string[]): string => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  return parts([
    caption ? `**${inlineMarkdown(caption, resolve).trim()}**` : "",
    [row(first), `|${" --- |".repeat(width)}`, ...all.map(row)].join("\n"),
  ]);
}

function definitions({ entries }: BlockOf<"definitions">, resolve: Resolve): string {
  const all = entries.flatMap(({ terms, definitions: said }) => [
    terms.map((term) => `**${inlineMarkdown(term, resolve).trim()}**`).join(", "),
    ...said.map((each) => blocksMarkdown(each, resolve)),
  ]);
  return parts(all);
}

function code({ text, language = "" }: BlockOf<"code">): string {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text.replace(/\n$/u, "")}\n${fence}`;
}

function post({ date, headline, authors = [], children }: BlockOf<"post">, resolve: Resolve): string {
  const by = [date, ...authors.map(({ name }) => name)].map(escapedMarkdown).join(" · ");
  return parts([headline === undefined ? "" : `### ${escapedMarkdown(headline)}`, by, blocksMarkdown(children, resolve)]);
}

/** Questions and answers. The page of the story has the quiz itself. */
function quiz({ title, questions }: BlockOf<"quiz">, resolve: Resolve): string {
  const asked = questions.map(({ question, answers }) =>
    parts([inlineMarkdown(question, resolve).trim(), answers.map((answer) => `- ${inlineMarkdown(answer, resolve).trim()}`).join("\n")]),
  );
  return parts([title ? `## ${inlineMarkdown(title, resolve).trim()}` : "", ...asked]);
}
