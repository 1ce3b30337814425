import type { Raw } from "../../../text/jsonRecord.ts";

/** A JSX tag. An attribute whose value is an expression has the file or text that it stands for as its value, or undefined. */
export type JsxTag = {
  /** "" for a fragment. */
  name: string;
  form: "open" | "close" | "empty";
  attributes: Map<string, string | undefined>;
  /** Whether it is valid HTML as it is. */
  isHtml: boolean;
  end: number;
};

/** What names refer to: imported files, and the front matter. */
export type Names = { imported: ReadonlyMap<string, string>; fields: Raw };

/** Finds the offset after the brace that closes the one at `at`, or -1. After one unclosed brace it no longer searches. */
export type Braces = (at: number) => number;

/** In characters. No expression in a text is longer. */
const LONGEST = 20_000;

export function bracesIn(text: string): Braces {
  let isUnclosed = false;
  return (at) => {
    if (isUnclosed) return -1;
    const part = text.slice(at, at + LONGEST);
    let depth = 0;
    for (const match of part.matchAll(/[{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[^]*?\*\//gu)) {
      depth += match[0] === "{" ? 1 : match[0] === "}" ? -1 : 0;
      if (depth === 0) return at + match.index + 1;
    }
    isUnclosed = true;
    return -1;
  };
}

/** The tag that starts at an offset, or where to go on reading if there is none. */
export function jsxTagAt(text: string, at: number, braces: Braces, names: Names): JsxTag | { end: number } {
  START.lastIndex = at;
  const [start, slash = "", name = ""] = START.exec(text) ?? [];
  if (start === undefined) return { end: at + 1 };
  const attributes = new Map<string, string | undefined>();
  const shape = { isPlain: true };
  for (let position = at + start.length; ;) {
    ENDING.lastIndex = position;
    const ending = ENDING.exec(text);
    if (ending) {
      const form = slash !== "" ? "close" : ending[1] === undefined ? "open" : "empty";
      const isHtml = shape.isPlain && /^[a-z]/u.test(name) && (form !== "empty" || VOID.test(name));
      return { name, form, attributes, isHtml, end: ENDING.lastIndex };
    }
    const next = attributeAt(text, position, attributes, shape, braces, names);
    if (next === undefined) return { end: Math.max(position, at + 1) };
    position = next;
  }
}

const START = /<(\/?)([A-Za-z][\w.:-]*)?(?=[\s/>{])/uy;
const ENDING = /\s*(\/)?>/uy;
const ATTRIBUTE = /\s+([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=\{)))?/uy;
const SPREAD = /\s*(?=\{)/uy;

/** HTML's void elements. */
export const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/u;

function attributeAt(
  text: string,
  at: number,
  attributes: Map<string, string | undefined>,
  shape: { isPlain: boolean },
  braces: Braces,
  names: Names,
): number | undefined {
  ATTRIBUTE.lastIndex = at;
  const [all, name = "", double, single] = ATTRIBUTE.exec(text) ?? [];
  SPREAD.lastIndex = at;
  const value = all === undefined ? SPREAD.exec(text)?.[0] : all;
  if (value === undefined) return undefined;
  const after = at + value.length;
  const isBraced = text[after] === "{" && (all === undefined || (double ?? single) === undefined);
  if (!isBraced) {
    attributes.set(name, double ?? single);
    if (name === "className") shape.isPlain = false;
    return after;
  }
  shape.isPlain = false;
  const end = braces(after);
  if (end === -1) return undefined;
  if (all !== undefined) attributes.set(name, valueOf(text.slice(after + 1, end - 1), names));
  return end;
}

/** The value of an expression if it is certain: a string, a number, the path of a file or a field of the front matter. */
export function valueOf(expression: string, { imported, fields }: Names): string | undefined {
  const source = expression.trim();
  const [, double, single, back] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.)*)`)$/su.exec(source) ?? [];
  const written = double ?? single ?? back;
  if (written !== undefined) return written.replace(/\\(?:n|t)/gu, " ").replace(/\\(.)/gsu, "$1");
  if (/^\d+(?:\.\d+)?$/u.test(source)) return source;
  const [, required] = /^require\(\s*["']([^"']+)["']\s*\)(?:\.\w+)*$/u.exec(source) ?? [];
  if (required !== undefined) return required;
  const [, name = "", field] = /^([\w$]+)(?:\??\.([\w$]+))?$/u.exec(source) ?? [];
  const file = imported.get(name);
  if (file !== undefined) return file;
  const value = fields[/^(?:frontmatter|meta|metadata|props|page|post)$/iu.test(name) ? (field ?? "") : ""];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
