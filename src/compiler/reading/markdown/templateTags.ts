import type { Problem } from "../../draft/problem.ts";
import type { Raw } from "../../text/jsonRecord.ts";
import { linesFrom } from "../../text/linesFrom.ts";
import { isWithin } from "../restrictedParts.ts";
import { obsidianComments } from "./obsidianComments.ts";
import { codeLines } from "./renderMarkdown.ts";
import { expression, type Replaced, shortcode, statement } from "./templateTag.ts";

/** Reports what became of a tag: `line` is its line in the text, from 1, `about` its own first line. */
export type TagReport = (line: number, problem: TagProblem, about: string) => void;
type TagProblem = Pick<Problem, "message" | "remedy"> & { severity?: "notice" };

/**
 * Replaces the tags of template languages in Markdown: Liquid (Jekyll),
 * Nunjucks (Eleventy) and Hugo's shortcodes. Pictures become pictures, addresses
 * become addresses, what `raw` protects stays as written. Any other tag is left
 * out and reported. In code, only the markers of `raw` are tags. Obsidian's
 * comments (%% … %%) are for its writers only, and are left out first.
 * @param fields the front matter, whose texts a tag may show: `{{ page.image }}`
 * @param inHtml whether the text is HTML, in which neither indents nor fences make code
 */
export function templateTags(text: string, fields: Raw, report: TagReport, inHtml = false): string {
  const shown = text.includes("%%") ? withoutObsidianComments(text, report, inHtml) : text;
  if (!/\{[{%:#>/]/u.test(shown)) return shown;
  const lineAt = linesFrom(shown);
  return piecesOf(shown, inHtml)
    .map(({ from, to, tag, isCode }) => {
      const alone = () =>
        /(?:^|\n)[ \t]*$/u.test(shown.slice(Math.max(from - 80, 0), from)) && /^[ \t]*(?:\n|$)/u.test(shown.slice(to, to + 80));
      if (tag) return replacement(tag, fields, inHtml, alone, (problem) => report(lineAt(from), problem, tag.all.split("\n", 1)[0] ?? ""));
      return isCode ? withoutMarkers(shown.slice(from, to)) : shown.slice(from, to);
    })
    .join("");
}

/** A text without the comments of template languages and of Obsidian. */
export function withoutComments(text: string, inHtml: boolean): string {
  const shown = text.includes("%%") ? withoutObsidianComments(text, () => {}, inHtml) : text;
  return piecesOf(shown, inHtml)
    .filter(({ tag }) => tag?.type !== "comment")
    .map(({ from, to }) => shown.slice(from, to))
    .join("");
}

/** Line breaks in comments stay, so that the lines below keep their numbers. */
function withoutObsidianComments(text: string, report: TagReport, inHtml: boolean): string {
  const pieces = piecesOf(text, inHtml).filter(({ tag, isCode }) => tag ?? isCode);
  let next = 0;
  const isCode = (at: number) => {
    while (at >= (pieces[next]?.to ?? Infinity)) next += 1;
    return at >= (pieces[next]?.from ?? Infinity);
  };
  const lineAt = linesFrom(text);
  let result = "";
  let position = 0;
  for (const { from, to, isSure } of obsidianComments(text, isCode)) {
    const all = text.slice(from, to);
    report(lineAt(from), isSure ? COMMENT : DOUBTFUL, all.split("\n", 1)[0] ?? "");
    result += text.slice(position, from) + all.replaceAll(/[^\n]/gu, "");
    position = to;
  }
  return result + text.slice(position);
}

const SIGNS = "If the signs themselves are meant, write \\%%.";

const COMMENT: TagProblem = {
  severity: "notice",
  message: "A comment (%% … %%) is not meant for readers, and was left out.",
  remedy: SIGNS,
};

const DOUBTFUL: TagProblem = {
  message: "It is not certain where a comment (%% … %%) begins and ends, so all that may be in one was left out.",
  remedy: `Put each of its signs on a line of its own. ${SIGNS}`,
};

/** Finds whether an offset is in code, or in a tag that shows or hides its content as it is. */
export function notLive(text: string, inHtml: boolean): (at: number) => boolean {
  let spans: Piece[] | undefined;
  return (at) => {
    spans ??= piecesOf(text, inHtml).filter(({ tag, isCode }) => isCode ?? (tag && AS_IT_IS.has(tag.type)));
    return isWithin(spans, at);
  };
}

const AS_IT_IS = new Set<Type>(["code", "raw", "comment", "highlight"]);

/** A part of a text: a tag, lines of code, or the text between them. */
type Piece = { from: number; to: number; tag?: Tag; isCode?: true };

function piecesOf(text: string, inHtml: boolean): Piece[] {
  const code = inHtml ? [] : codeRanges(text);
  const tagAt = tagsOf(text);
  const pieces: Piece[] = [];
  let position = 0;
  while (position < text.length) {
    while (code[0] && code[0].from < position) code.shift();
    const [block] = code;
    START.lastIndex = position;
    const start = START.exec(text);
    if (block && (!start || block.from <= start.index)) {
      pieces.push({ from: position, to: block.from }, { from: block.from, to: block.to, isCode: true });
      position = block.to;
    } else if (start) {
      const tag = tagAt(start.index);
      const end = tag?.end ?? start.index + (start[0].startsWith("`") ? start[0].length : 1);
      pieces.push({ from: position, to: start.index }, { from: start.index, to: end, ...(tag && { tag }) });
      position = end;
    } else break;
  }
  return [...pieces, { from: position, to: text.length }];
}

const START = /`+|<(?:pre|code)\b|\{(?:[{%#]|>>|\/\*)| ?\{:/gu;

/** A tag in a text: the match of its start, its content, and where it ends. */
type Tag = { type: Type; start: RegExpExecArray; inner: string; all: string; end: number };
type Type = "code" | "raw" | "comment" | "highlight" | "shortcode" | "statement" | "expression" | "attributes";

/** How a tag of a type starts, and the pattern that ends it where it first follows. */
type Form = { type: Type; start: RegExp; end: (start: RegExpExecArray) => string };

/** In the order in which they are tried. */
const FORMS: Form[] = [
  { type: "code", start: /`+/uy, end: ([ticks]) => ticks ?? "" },
  { type: "code", start: /<(pre|code)\b/uy, end: ([, element]) => `</${element}>` },
  { type: "raw", start: /\{%-?\s*(?:raw|verbatim)\s*-?%\}/uy, end: () => String.raw`\{%-?\s*end(?:raw|verbatim)\s*-?%\}` },
  { type: "comment", start: /\{%-?\s*comment\s*-?%\}/uy, end: () => String.raw`\{%-?\s*endcomment\s*-?%\}` },
  { type: "comment", start: /\{\{[<%]\s*comment\s*[>%]\}\}/uy, end: () => String.raw`\{\{[<%]\s*/\s*comment\s*[>%]\}\}` },
  // In Liquid, CriticMarkup and MDX.
  { type: "comment", start: /\{%-?\s*#/uy, end: () => String.raw`-?%\}` },
  { type: "comment", start: /\{>>/uy, end: () => String.raw`<<\}` },
  { type: "comment", start: /\{\/\*/uy, end: () => String.raw`\*/\s*\}` },
  // In kramdown.
  { type: "comment", start: / ?\{::comment\}/uy, end: () => String.raw`\{:/(?:comment)?\}` },
  // Not the id of a heading: "{#name}".
  { type: "comment", start: /\{#(?![\w:.-]+(?:\s[^}#]*)?\})/uy, end: () => String.raw`#\}` },
  { type: "comment", start: /\{\{[<%]?\s*\/\*/uy, end: () => String.raw`\*/\s*[>%]?\}\}` },
  { type: "highlight", start: /\{%-?\s*highlight\s+([\w+#.-]+)[^%{]*%\}\n?/uy, end: () => String.raw`\{%-?\s*endhighlight\s*-?%\}` },
  { type: "highlight", start: /\{%-?\s*codeblock\b(?:[^%{]*?\blang:([\w+#.-]+))?[^%{]*%\}\n?/uy, end: () => String.raw`\{%-?\s*endcodeblock\s*-?%\}` }, // prettier-ignore
  { type: "highlight", start: /\{\{[<%]\s*highlight\s+"?([\w+#.-]+)[^>%{]*[>%]\}\}\n?/uy, end: () => String.raw`\{\{[<%]\s*/highlight\s*[>%]\}\}` }, // prettier-ignore
  { type: "shortcode", start: /\{\{[<%]/uy, end: () => String.raw`[>%]\}\}` },
  { type: "statement", start: /\{%-?(?=\s*[\w/])/uy, end: () => String.raw`-?%\}` },
  { type: "expression", start: /\{\{-?/uy, end: () => String.raw`-?\}\}` },
  { type: "attributes", start: / ?\{: ?[.#\w][^}\n]*(?=\})/uy, end: () => String.raw`\}` },
];

/** Finds the tag that starts at an offset. An end that does not follow one start follows no later one: it is not searched for again. */
function tagsOf(text: string): (at: number) => Tag | undefined {
  const inVain = new Set<string>();
  const endAfter = (sign: string, from: number) => {
    const ending = new RegExp(sign, "gu");
    ending.lastIndex = from;
    const found = ending.exec(text);
    return found && { from: found.index, to: ending.lastIndex };
  };
  const ticksAfter = runsOfTicks(text);
  const isEmptyLineBetween = (from: number, to: number) => /\n[ \t]*\n/u.test(text.slice(from, to));
  return (at) => {
    for (const { type, start: pattern, end: endOf } of FORMS) {
      pattern.lastIndex = at;
      const start = pattern.exec(text);
      const sign = start && endOf(start);
      if (!start || !sign || inVain.has(sign)) continue;
      const isTicks = sign.startsWith("`");
      const close = isTicks ? ticksAfter(sign.length, at) : endAfter(sign, pattern.lastIndex);
      if (!close) inVain.add(sign);
      else if (!isTicks || !isEmptyLineBetween(at, close.from))
        return { type, start, inner: text.slice(pattern.lastIndex, close.from), all: text.slice(at, close.to), end: close.to };
    }
    return undefined;
  };
}

/** Finds the next run of that many backticks after an offset; offsets must never decrease. */
function runsOfTicks(text: string): (length: number, at: number) => { from: number; to: number } | undefined {
  let runs: Map<number, number[]> | undefined;
  return (length, at) => {
    if (!runs) {
      runs = new Map();
      // The last first, so that runs before an offset are popped off the end.
      for (const { index, 0: run } of [...text.matchAll(/`+/gu)].toReversed()) {
        const same = runs.get(run.length);
        if (same) same.push(index);
        else runs.set(run.length, [index]);
      }
    }
    const same = runs.get(length) ?? [];
    while ((same.at(-1) ?? text.length) <= at) same.pop();
    const from = same.at(-1);
    return from === undefined ? undefined : { from, to: from + length };
  };
}

function replacement(tag: Tag, fields: Raw, inHtml: boolean, alone: () => boolean, report: (problem: TagProblem) => void): string {
  const { type, start, inner, all } = tag;
  const textOf = ({ text, message }: Replaced): string => {
    if (message !== undefined) report({ message: `${short(all)} ${message}.` });
    return text;
  };
  switch (type) {
    case "code":
      return withoutMarkers(all);
    case "raw":
      return inner;
    case "comment":
    case "attributes":
      return "";
    case "highlight":
      return inHtml
        ? `<pre><code${start[1] === undefined ? "" : ` class="language-${start[1]}"`}>${escaped(inner)}</code></pre>`
        : fence(start[1], inner);
    case "shortcode":
      return textOf(shortcode(inner.trim(), alone()));
    case "statement":
      return textOf(statement(inner.trim(), alone()));
    case "expression":
      return textOf(expression(inner.trim(), fields, alone()));
  }
}

const short = (tag: string): string => {
  const line = tag.replace(/\s+/gu, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};

const withoutMarkers = (code: string): string => code.replace(/\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/gu, "");

const fence = (language = "", code = ""): string => `\n~~~~~~ ${language}\n${code.replace(/\n$/u, "")}\n~~~~~~\n`;

const escaped = (code: string): string => code.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function codeRanges(text: string): { from: number; to: number }[] {
  const starts = [0];
  for (const match of text.matchAll(/\n/gu)) starts.push(match.index + 1);
  return codeLines(text).map(({ from, to }) => ({ from: starts[from] ?? text.length, to: starts[to] ?? text.length }));
}
