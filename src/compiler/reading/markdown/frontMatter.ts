import { parse as parseToml, TomlError } from "smol-toml";
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLParseError } from "yaml";
import { meaningOf, withholds } from "../../draft/release/releaseFields.ts";
import { isMissing, isRecord, type Raw } from "../../text/jsonRecord.ts";
import { parseJson } from "../../text/parseJson.ts";
import { repeatedKeyDoubt, repeatedKeys, repeatedKeyMessage } from "../../text/repeatedKeys.ts";
import { tooManyFields } from "../inputLimits.ts";
import { errorMessage } from "../../text/errorMessage.ts";

/** Front matter and text. `lines` has the line of each field in the file, if the format gives it; the text starts at `bodyLine`. */
export type FrontMatter = { fields: Raw; lines: Map<string, number>; body: string; bodyLine: number; warnings: Fault[] };

/** What is wrong with it; `line` counts in the file. */
export type Fault = { error: string; line?: number | undefined };

/**
 * Splits a Markdown file into front matter and text: YAML between lines of three
 * dashes (Jekyll, Eleventy, Astro, Hugo), TOML between "+++" or JSON in braces
 * (Hugo), or the language named after the dashes (Eleventy). A file without any is all text.
 */
export function frontMatter(source: string): FrontMatter | Fault {
  const text = source.replace(/^\uFEFF/u, "");
  const [blank = ""] = BLANK_ABOVE.exec(text) ?? [];
  if (blank !== "") return belowBlank(frontMatter(text.slice(blank.length)), blank.split("\n").length - 1);
  const match = DASHES.exec(text) ?? PLUSES.exec(text) ?? unopened(text);
  if (match) {
    const [all, fence, named, inner = ""] = match;
    const language = named || (fence === "+++" ? "toml" : "yaml");
    const rest = { body: text.slice(all.length), bodyLine: all.split("\n").length };
    const parsed = fewFields(READERS[language.toLowerCase()]?.(inner)) ?? {
      error: `it is written in ${language}, which cannot be read here`,
      line: 0,
    };
    return "error" in parsed
      ? (openEnd(inner, fence) ?? { ...parsed, line: lineBelow(parsed.line) })
      : { ...parsed, ...rest, warnings: parsed.warnings.map(({ error, line }) => ({ error, line: lineBelow(line) })) };
  }
  if (/^\{\s*"/u.test(text)) return jsonAbove(text);
  if (UNCLOSED.test(text)) return { error: "the line that ends it is missing", line: 1 };
  return { fields: {}, lines: new Map(), body: text, bodyLine: 1, warnings: [] };
}

/** Hugo allows empty lines above the fence. Dashes above anything but a field are a thematic break. */
const BLANK_ABOVE = /^(?:[ \t]*\n)+(?=(?:---|\+\+\+) *\n["']?[\w-]+["']?\s*[:=])/u;

function belowBlank(matter: FrontMatter | Fault, above: number): FrontMatter | Fault {
  const below = <T extends { line?: number | undefined }>(one: T): T => (one.line === undefined ? one : { ...one, line: one.line + above });
  if ("error" in matter) return below(matter);
  const lines = new Map([...matter.lines].map(([name, line]) => [name, line + above]));
  return { ...matter, lines, bodyLine: matter.bodyLine + above, warnings: matter.warnings.map(below) };
}

/** YAML may end with the three dots that end a document (YAML 1.2.2, 9.1.2), which Jekyll and Pandoc accept. */
const DASHES = /^(-{3,}) *([a-z]+)? *\n(?:([\s\S]*?)\n)??(?:\1|\.\.\.) *(?:\n|$)/iu;
const PLUSES = /^(\+\+\+) *([a-z]+)? *\n(?:([\s\S]*?)\n)??\+\+\+ *(?:\n|$)/iu;

/** A fence above a field, with no other below. Dashes above anything but a field are a thematic break. */
const UNCLOSED =
  /^(?:---|\+\+\+) *\n(?:["']?[\w-]+["']?[ \t]*[:=]|(?:[ \t]*(?:#[^\n]*)?\n)+["']?(?:title|headline|date|author|layout|slug|tags|draft)["']?[ \t]*[:=])/iu;

/** A line of dashes far below may end what has no end of its own: then there is text in between, below an empty line. */
function openEnd(inner: string, fence: string | undefined): Fault | undefined {
  const lines = inner.split("\n");
  const at = lines.findIndex((line, index) => index > 0 && lines[index - 1]?.trim() === "" && /^[^\s#:="'{[-][^:=\n]*$/u.test(line));
  const isText = at > 0 && fence !== "{" && /^[\w"'-]+[ \t]*[:=]/u.test(lines[0] ?? "");
  return isText ? { error: `the line that ends it is missing above the text in line ${at + 2}`, line: at + 2 } : undefined;
}

/** Hexo's front matter needs no opening line of dashes. To all others, words above a line of dashes are a heading. */
function unopened(text: string): RegExpExecArray | undefined {
  const match = /^()()((?:[\w-]+:(?: .*)?\n(?:(?:[ \t]|- ).*\n)*)+)---+ *(?:\n|$)/u.exec(text);
  const names = [...(match?.[3] ?? "").matchAll(/^([\w-]+):/gmu)].map(([, name = ""]) => name);
  return match && names.some((name) => /^(?:title|headline|date)$/iu.test(name) || meaningOf(name) !== undefined) ? match : undefined;
}

type Parsed = Omit<FrontMatter, "body" | "bodyLine"> | Fault;

function fewFields(parsed: Parsed | undefined): Parsed | undefined {
  const excess = parsed && "fields" in parsed ? tooManyFields(parsed.fields) : undefined;
  return excess === undefined ? parsed : { error: `it ${excess}` };
}

const READERS: Record<string, (inner: string) => Parsed> = { yaml, toml, json };

/** The first line of the front matter is the second of the file. */
const lineBelow = (line: number | undefined): number | undefined => (line === undefined ? undefined : line + 1);

function yaml(inner: string): Parsed {
  const strict = strictYaml(inner);
  const lenient = "error" in strict ? strictYaml(indentQuotes(inner)) : strict;
  return "error" in lenient ? strict : lenient;
}

/**
 * A quoted text may continue on further lines, which YAML requires to be indented
 * (1.2.2, 7.3.1). Jekyll and Eleventy do not insist, and a fifth of 18F's posts
 * do without. Line breaks stay, so that line numbers remain right.
 */
function indentQuotes(inner: string): string {
  const QUOTED = /^( *(?:- +)?(?:[\w-]+: +)?)("(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')[ \t]*$/gmu;
  return inner.replace(QUOTED, (_, before: string, quoted: string) => before + quoted.replaceAll("\n", `\n${" ".repeat(before.length)}  `));
}

function strictYaml(inner: string): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(inner, { lineCounter, prettyErrors: false, uniqueKeys: false, merge: true });
  const lineAt = (offset: number | undefined) => (offset === undefined ? undefined : lineCounter.linePos(offset).line);
  const contents = isMap(document.contents) ? document.contents.items : undefined;
  const [error] = document.errors;
  if (error) return openQuote(inner) ?? { error: wordsOf(error), line: lineAt(error.pos[0]) };
  const lines = new Map<string, number>();
  const repeated = new Set<string>();
  const warnings: Fault[] = document.warnings.map(({ message, pos }) => ({ error: message, line: lineAt(pos[0]) }));
  visit(document, {
    Map: (_, { items }) => {
      const own = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [name, line] = [String(key.value), lineAt(key.range?.[0]) ?? 0];
        const isTwice = own.has(name) && name !== "<<";
        const bothCount = isTwice && items === contents && withholds(name);
        if (bothCount) repeated.add(name);
        // A mapping may merge several others (YAML 1.1, "<<").
        if (isTwice) warnings.push({ error: bothCount ? stricterCounts(name) : repeatedKeyMessage(name), line });
        own.add(name);
        if (items === contents) lines.set(name, line + 1);
      }
    },
  });
  const fields = valueOf(() => document.toJS({ maxAliasCount: 100 }));
  if ("error" in fields) return fields;
  if (fields.value === null) return { fields: {}, lines, warnings };
  if (!isRecord(fields.value)) return { error: "it is not a list of fields with their values", line: 1 };
  for (const name of repeated) {
    const all = (contents ?? []).filter(({ key }) => isScalar(key) && String(key.value) === name);
    const values = all.map(({ value }) => valueOf((): unknown => (isNode(value) ? value.toJS(document, { maxAliasCount: 100 }) : value)));
    const different = new Set(values.flatMap((each) => ("value" in each ? [each.value].flat() : [])).filter((each) => !isMissing(each)));
    fields.value[name] = different.size > 1 ? [...different] : [...different][0];
  }
  return { fields: fields.value, lines, warnings };
}

const stricterCounts = (name: string): string => `"${name}" appears twice; what keeps the story from readers counts`;

/** A headline with a colon is the most common mistake, for which the YAML parser's message is hard to understand. */
const wordsOf = ({ code, message }: YAMLParseError): string =>
  code === "BLOCK_AS_IMPLICIT_KEY" ? "a text here has a colon but no quotation marks around it" : message;

/**
 * An opening quotation mark that is not closed before the next field: the library
 * reports an error only where the text finally ends, lines below.
 */
function openQuote(inner: string): Fault | undefined {
  const OPENED = /^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(["'])/gmu;
  for (let match = OPENED.exec(inner); match; match = OPENED.exec(inner)) {
    const [, mark = ""] = match;
    const rest = inner.slice(OPENED.lastIndex);
    const length = (mark === '"' ? /^(?:[^"\\]|\\[\s\S])*/u : /^(?:[^']|'')*/u).exec(rest)?.[0].length ?? 0;
    const isOpen = length === rest.length || /\n[ \t]*(?:- |[\w-]+:(?:\s|$))/u.test(rest.slice(0, length));
    if (isOpen)
      return {
        error: `the quotation mark (${mark}) that opens a text here is not closed`,
        line: inner.slice(0, OPENED.lastIndex).split("\n").length,
      };
    OPENED.lastIndex += length + 1;
  }
  return undefined;
}

/** Nested aliases can turn a few lines into gigabytes; the library throws then. */
function valueOf(read: () => unknown): { value: unknown } | Fault {
  try {
    return { value: read() };
  } catch (error) {
    return { error: errorMessage(error), line: 1 };
  }
}

function toml(inner: string): Parsed {
  try {
    return { fields: parseToml(inner), lines: new Map(), warnings: [] };
  } catch (error) {
    if (error instanceof TomlError)
      return { error: (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /u, ""), line: error.line };
    throw error;
  }
}

function json(inner: string): Parsed {
  const parsed = parseJson(inner);
  if ("error" in parsed) return { error: parsed.error, line: Number(/\d+/u.exec(parsed.place)?.[0] ?? 1) };
  if (!isRecord(parsed.value)) return { error: "it is not a list of fields with their values", line: 1 };
  const repeated = repeatedKeys(inner);
  // The parser has only the last value.
  const doubt = repeated.find(({ name }) => withholds(name));
  if (doubt) return { error: repeatedKeyDoubt(doubt.name), line: doubt.line };
  const warnings = repeated.map(({ name, line }) => ({ error: repeatedKeyMessage(name), line }));
  return { fields: parsed.value, lines: new Map(), warnings };
}

/** Hugo's JSON has no fence: it ends with the brace that closes the first one. */
function jsonAbove(text: string): FrontMatter | Fault {
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    depth += match[0] === "{" ? 1 : match[0] === "}" ? -1 : 0;
    if (depth > 0) continue;
    const end = match.index + 1;
    const parsed = fewFields(json(text.slice(0, end))) ?? { error: "it is empty" };
    return "error" in parsed ? parsed : { ...parsed, body: text.slice(end), bodyLine: text.slice(0, end).split("\n").length };
  }
  return { error: "its first brace is never closed", line: 1 };
}
