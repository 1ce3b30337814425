import type { Raw } from "../../../text/jsonRecord.ts";
import { linesFrom } from "../../../text/linesFrom.ts";
import type { TagReport } from "../templateTags.ts";
import { component } from "./components.ts";
import { type Braces, bracesIn, type JsxTag, jsxTagAt, type Names, valueOf, VOID } from "./jsxTag.ts";

/**
 * MDX as Markdown. No code is run: imports and exports are removed, expressions
 * whose value is certain become that value, and pictures become pictures. Other components
 * are reported, and keep their content and the words in their attributes.
 * Line numbers stay, except where words of an attribute are added.
 * @param fields the front matter, which expressions may name
 */
export function mdxToMarkdown(text: string, fields: Raw, report: TagReport): string {
  const lineAt = linesFrom(text);
  const writer = new MdxWriter(text, { imported: importedIn(text), fields });
  let position = 0;
  while (position < text.length) {
    START.lastIndex = position;
    const start = START.exec(text);
    if (!start) break;
    writer.copy(position, start.index);
    position = writer.put(start, lineAt(start.index));
  }
  writer.copy(position, text.length);
  for (const { line, message } of writer.problems.values()) report(line, { message }, message.replace(/^.*?(<[\w.]+).*$/su, "$1"));
  return writer.result;
}

const START =
  /^[ \t>]*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})[^\n]*\n|(`+)|^(?=(?:import\s*(?:["'{*]|[\w$]+[\s,][^\n]*\bfrom\b)|export\s+(?:const|let|var|default|function|async|class|\{|\*)))|(?<!\\)(\{)|(?<!\\)<(?=[A-Za-z/>])/gmu;

type Open = { name: string; close: string; isBlock: boolean; indent: number };

class MdxWriter {
  result = "";
  /** What to report, by the name of a component. */
  readonly problems = new Map<string, { line: number; message: string }>();
  readonly #text: string;
  readonly #names: Names;
  readonly #braces: Braces;
  readonly #open: Open[] = [];
  readonly #counts = new Map<string, number>();
  readonly #inVain = new Set<string>();

  constructor(text: string, names: Names) {
    this.#text = text;
    this.#names = names;
    this.#braces = bracesIn(text);
  }

  /** Copies the source as it is, but without the indent inside a component: in MDX, that does not mean code. */
  copy(from: number, to: number): void {
    const part = this.#text.slice(from, to);
    const indent = this.#open.at(-1)?.indent ?? 0;
    this.result += indent === 0 ? part : part.replace(/\n[ \t]+/gu, (blank) => `\n${blank.slice(1 + indent)}`);
  }

  /** Writes the replacement for the syntax that starts here. @returns where it ends */
  put({ index, 0: all, 1: fence, 2: ticks, 3: brace }: RegExpExecArray, line: number): number {
    if (fence !== undefined) return this.#code(index, new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`, "gmu"), all.length);
    if (ticks !== undefined) return this.#code(index, new RegExp(`(?<!\`)${ticks}(?!\`)`, "gu"), ticks.length);
    if (brace !== undefined) return this.#expression(index, line);
    return all === "" ? this.#program(index) : this.#tag(index, line);
  }

  /** An unclosed fence extends to the end; unclosed backticks are text. */
  #code(at: number, closing: RegExp, length: number): number {
    closing.lastIndex = at + length;
    const isFence = closing.flags.includes("m");
    const found = this.#inVain.has(closing.source) ? null : closing.exec(this.#text);
    if (!found) this.#inVain.add(closing.source);
    const end = found ? closing.lastIndex : isFence ? this.#text.length : at + length;
    const indent = isFence ? (this.#open.at(-1)?.indent ?? 0) : 0;
    if (indent > 0 && this.result.endsWith("\n"))
      at += Math.min(indent, /^[ \t]*/u.exec(this.#text.slice(at, at + indent))?.[0].length ?? 0);
    this.copy(at, end);
    return end;
  }

  /** Removes an import or export, up to the first empty line outside braces. */
  #program(at: number): number {
    const text = this.#text;
    let end = at;
    for (;;) {
      const next = text.slice(end).search(/[{\n]/u);
      if (next === -1) return text.length;
      end += next;
      if (text[end] === "{") {
        const after = this.#braces(end);
        end = after === -1 ? end + 1 : after;
      } else if (/^\n[ \t]*(?:\n|$)/u.test(text.slice(end, end + 200))) break;
      else end += 1;
    }
    this.result += lineEnds(text.slice(at, end));
    return end;
  }

  #expression(at: number, line: number): number {
    const end = this.#braces(at);
    if (end === -1) {
      this.result += "{";
      return at + 1;
    }
    const inner = this.#text.slice(at + 1, end - 1);
    const value = valueOf(inner, this.#names);
    const isSilent = /^\s*(?:\/\*[^]*\*\/|#[\w-]+|\/\/[^\n]*)?\s*$/u.test(inner);
    if (value === undefined && !isSilent)
      this.#report("{", line, "An expression ({…}) is a program, which is not run here; it was left out.");
    this.result += value ?? lineEnds(inner);
    return end;
  }

  #tag(at: number, line: number): number {
    const tag = jsxTagAt(this.#text, at, this.#braces, this.#names);
    if (!("form" in tag)) {
      this.copy(at, tag.end);
      return tag.end;
    }
    if (tag.form === "close") this.#close(tag.name);
    else if (/^[a-z]/u.test(tag.name) && !isContainer(tag)) this.#element(tag, at);
    else this.#component(tag, at, line);
    return tag.end;
  }

  #element(tag: JsxTag, at: number): void {
    const isBlock = this.#isAlone(tag, at) && /^(?:blockquote|aside|details|li|td)$/u.test(tag.name);
    if (tag.isHtml) this.copy(at, tag.end);
    else this.result += `${htmlTag(tag)}${tag.form === "empty" && !VOID.test(tag.name) ? `</${tag.name}>` : ""}`;
    if (isBlock) this.result += "\n";
    if (tag.form === "open" && !VOID.test(tag.name)) this.#push(tag, `${isBlock ? "\n\n" : ""}</${tag.name}>`, this.#isAlone(tag, at));
  }

  #component(tag: JsxTag, at: number, line: number): void {
    const isBlock = this.#isAlone(tag, at);
    const { open, close, isKnown } = component(tag, isBlock);
    if (isBlock && this.#open.length > 0) this.result = withoutIndent(this.result);
    this.result += open + (open === "" || isBlock ? lineEnds(this.#text.slice(at, tag.end)) : "");
    if (tag.form === "open") this.#push(tag, close, isBlock);
    const rest = tag.form === "open" || open + close !== "" ? "what it says and holds was kept" : "it was left out";
    if (!isKnown) this.#report(tag.name, line, `<${tag.name}> is a component, which is not run here; ${rest}.`);
  }

  /** Whether a tag, with its content, is alone on its line. */
  #isAlone({ name, end, form }: JsxTag, at: number): boolean {
    const before =
      this.#text
        .slice(Math.max(0, at - 500), at)
        .split("\n")
        .at(-1) ?? "";
    const after = this.#text.slice(end, end + 2000).split("\n", 1)[0] ?? "";
    const isClosed = form === "open" && after.trimEnd().endsWith(`</${name}>`);
    return /^[ \t]*(?:<[^>]*>[ \t]*)*$/u.test(before) && (after.trim() === "" || isClosed || /^\s*<[/A-Za-z]/u.test(after));
  }

  #push({ name, end }: JsxTag, close: string, isBlock: boolean): void {
    INDENT.lastIndex = end;
    const indent = isBlock ? (INDENT.exec(this.#text)?.[1]?.length ?? 0) : 0;
    this.#open.push({ name, close, isBlock, indent: Math.max(indent, this.#open.at(-1)?.indent ?? 0) });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #close(name: string): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      this.#counts.set(last.name, (this.#counts.get(last.name) ?? 1) - 1);
      if (last.isBlock) this.result = withoutIndent(this.result);
      this.result += last.close;
      if (last.name === name) return;
    }
  }

  #report(key: string, line: number, message: string): void {
    if (!this.problems.has(key)) this.problems.set(key, { line, message });
  }
}

const INDENT = /[ \t]*\n(?:[ \t]*\n)*([ \t]*)/uy;

/** Without the blanks at the end; a pattern would search the whole text for them. */
function withoutIndent(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return text.slice(0, end);
}

const lineEnds = (text: string): string => text.replace(/[^\n]/gu, "");

/** HTML containers mean nothing here, and their content is Markdown in MDX. One with a style or class stays: it may be hidden. */
const isContainer = ({ name, attributes }: JsxTag): boolean =>
  /^(?:div|section|article|main|center|header|footer)$/u.test(name) &&
  !["hidden", "style", "aria-hidden", "class", "id"].some((each) => attributes.has(each));

function htmlTag({ name, attributes }: JsxTag): string {
  const written = [...attributes].flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key === "className" ? "class" : key.toLowerCase()}="${value.replaceAll('"', "&quot;")}"`],
  );
  return `<${name}${written.join("")}>`;
}

/** The files that imported names refer to. */
function importedIn(text: string): Map<string, string> {
  const found = text.matchAll(/^import\s+([\w$]+)\s+from\s+["']([^"'\n]+)["']/gmu);
  return new Map([...found].map(([, name = "", file = ""]): [string, string] => [name, file]));
}

/** The fields that a file without front matter exports: `export const meta = { title: "A" }`, as in Next's blogs. */
export function exportedFields(text: string): Raw {
  const [start, name = ""] = /^export\s+const\s+(?:meta|metadata|frontmatter|frontMatter|post)\b[^=\n]*=\s*(?=\{)/mu.exec(text) ?? [];
  if (start === undefined) return {};
  const at = text.indexOf(start) + start.length;
  const end = bracesIn(text)(at);
  const names: Names = { imported: importedIn(text), fields: {} };
  const fields: Raw = {};
  const PAIR = /(?:^|[{,\n])\s*["']?([\w$]+)["']?\s*:\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\[[^\][]*\]|[\w.$]+)/gu;
  for (const [, key = "", value = ""] of text.slice(at, end === -1 ? at : end).matchAll(PAIR)) {
    if (key in fields || key === name) continue;
    fields[key] = value.startsWith("[") ? listOf(value, names) : /^(?:true|false)$/u.test(value) ? value === "true" : valueOf(value, names);
  }
  return fields;
}

const listOf = (source: string, names: Names): string[] =>
  [...source.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|[\w$]+/gu)].map(([each]) => valueOf(each, names) ?? each);
