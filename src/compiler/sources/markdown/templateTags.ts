import type { Raw } from "../article/record.ts";
import { codeLines } from "./renderMarkdown.ts";
import { expression, shortcode, statement } from "./templateTag.ts";

/** Says what became of a tag: its line in the text, from 1. */
export type TagReport = (line: number, message: string) => void;

/**
 * Replaces the tags of template languages in Markdown: Liquid (Jekyll),
 * Nunjucks (Eleventy) and Hugo's shortcodes. Pictures become pictures, addresses
 * become addresses, what `raw` protects becomes itself. Any other tag is left
 * out and reported. In code nothing is a tag but the markers of `raw`.
 * @param fields the front matter, whose texts a tag may show: `{{ page.image }}`
 */
export function templateTags(text: string, fields: Raw, report: TagReport): string {
  if (!/\{[{%:]/u.test(text)) return text;
  const code = codeRanges(text);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  let result = "";
  let position = 0;
  while (position < text.length) {
    const block = code.find((range) => range.from >= position);
    TAG.lastIndex = position;
    const match = TAG.exec(text);
    if (block && (!match || block.from <= match.index)) {
      result += text.slice(position, block.from) + withoutMarkers(text.slice(block.from, block.to));
      position = block.to;
    } else if (match) {
      result += text.slice(position, match.index) + replacement(match, fields, (message) => report(lineAt(match.index), message));
      position = TAG.lastIndex;
    } else break;
  }
  return result + text.slice(position);
}

const TAG = new RegExp(
  [
    String.raw`(?<code>(?<ticks>${"`"}+)(?!${"`"})(?:(?!\n[ \t]*\n)[\s\S])*?[^${"`"}]\k<ticks>(?!${"`"})|<(?<element>pre|code)\b[\s\S]*?</\k<element>>)`,
    String.raw`\{%-?\s*(?:raw|verbatim)\s*-?%\}(?<raw>[\s\S]*?)\{%-?\s*end(?:raw|verbatim)\s*-?%\}`,
    String.raw`(?<comment>\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{#[\s\S]*?#\}|\{\{[<%]?\s*/\*[\s\S]*?\*/\s*[>%]?\}\})`,
    String.raw`\{%-?\s*highlight\s+(?<liquidLanguage>[\w+#.-]+)[^%]*%\}\n?(?<liquidCode>[\s\S]*?)\{%-?\s*endhighlight\s*-?%\}`,
    String.raw`\{\{[<%]\s*highlight\s+"?(?<hugoLanguage>[\w+#.-]+)[^>%]*[>%]\}\}\n?(?<hugoCode>[\s\S]*?)\{\{[<%]\s*/highlight\s*[>%]\}\}`,
    String.raw`\{\{(?<open>[<%])\s*(?<shortcode>[\s\S]*?)\s*[>%]\}\}`,
    String.raw`\{%-?\s*(?<statement>[\w/][\s\S]*?)\s*-?%\}`,
    String.raw`\{\{-?\s*(?<expression>[\s\S]*?)\s*-?\}\}`,
    String.raw`(?<attributes>[ ]?\{:[ ]?[.#\w][^}\n]*\})`,
  ].join("|"),
  "gu",
);

function replacement({ groups = {}, 0: all }: RegExpExecArray, fields: Raw, report: (message: string) => void): string {
  const { code, raw, liquidLanguage, liquidCode, hugoLanguage, hugoCode } = groups;
  if (code !== undefined) return withoutMarkers(code);
  if (raw !== undefined) return raw;
  if (liquidCode !== undefined) return fence(liquidLanguage, liquidCode);
  if (hugoCode !== undefined) return fence(hugoLanguage, hugoCode);
  if (groups["comment"] !== undefined || groups["attributes"] !== undefined) return "";
  const { shortcode: hugo, statement: liquid, expression: value } = groups;
  const { text, message } =
    hugo !== undefined ? shortcode(hugo) : liquid !== undefined ? statement(liquid) : expression(value ?? "", fields);
  if (message !== undefined) report(`${short(all)} ${message}.`);
  return text;
}

const short = (tag: string): string => {
  const line = tag.replace(/\s+/gu, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};

const withoutMarkers = (code: string): string => code.replace(/\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/gu, "");

const fence = (language = "", code = ""): string => `\n~~~~~~ ${language}\n${code.replace(/\n$/u, "")}\n~~~~~~\n`;

function codeRanges(text: string): { from: number; to: number }[] {
  const starts = [0];
  for (const match of text.matchAll(/\n/gu)) starts.push(match.index + 1);
  return codeLines(text).map(({ from, to }) => ({ from: starts[from] ?? text.length, to: starts[to] ?? text.length }));
}
