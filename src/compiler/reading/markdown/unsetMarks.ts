import type { Env, MarkdownIt } from "markdown-it";
import { hasTex, latexHtml } from "../../body/formulas.ts";
import { isRecord } from "../../text/jsonRecord.ts";
import { linesFrom } from "../../text/linesFrom.ts";
import { type DeadReference, deadReferences, surplusCells } from "./leftOut.ts";

/** Marks that other programs know in Markdown but that have no form here, and dead references, with their lines in the source, from 1. */
export type UnsetMarks = {
  maths: { line: number; error: string }[];
  notes: { name: string; line: number }[];
  /** Notes that Obsidian shows inside others. */
  inclusions: number[];
  references: DeadReference[];
  /** Quotes and lists nested too deeply to be read as such. */
  deep: number[];
  /** Rows of tables with more cells than their head. */
  rows: number[];
};

/** By the environment of the text that they are in. */
const foundIn = new WeakMap<Env, UnsetMarks>();

/** An environment for one text, and the marks found in it once it is parsed. */
export function unsetMarksEnv(source: string): { env: Env; marks: () => UnsetMarks } {
  const marks: UnsetMarks = { maths: [], notes: [], inclusions: [], references: [], deep: [], rows: [] };
  const env: Env = {};
  foundIn.set(env, marks);
  return { env, marks: () => ({ ...marks, notes: unusedNotes(source, env) }) };
}

/** Formulas become MathML, without any marks read inside; task lists get checkboxes. */
export function unsetMarks(markdown: MarkdownIt): void {
  formulas(markdown);
  markdown.block.ruler.before("table", "too-deep", (state, startLine, endLine, silent) => {
    if (silent || state.level < DEEPEST) return false;
    foundIn.get(state.env)?.deep.push(startLine + 1);
    state.push("paragraph_open", "p", 1).map = [startLine, endLine];
    const inline = state.push("inline", "", 0);
    inline.content = state.getLines(startLine, endLine, 0, false).replace(/^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)+/gmu, "");
    inline.map = [startLine, endLine];
    inline.children = [];
    state.push("paragraph_close", "p", -1);
    state.line = endLine;
    return true;
  });
  markdown.core.ruler.after("inline", "unset-marks", (state) => {
    const { tokens, env, src } = state;
    const marks = foundIn.get(env);
    if (marks) Object.assign(marks, { references: deadReferences(tokens), rows: surplusCells(tokens, src) });
    for (const [index, { type, map, content, children }] of tokens.entries()) {
      if (type !== "inline" || !children) continue;
      const line = (map?.[0] ?? 0) + 1;
      const lineAt = linesFrom(content);
      for (const { meta } of children) {
        if (isMeta(meta, "maths")) marks?.maths.push({ line: line + lineAt(meta.maths) - 1, error: meta.error });
        if (isMeta(meta, "inclusion")) marks?.inclusions.push(line + lineAt(meta.inclusion) - 1);
      }
      const [first] = children;
      if (first?.type === "text" && tokens[index - 2]?.type === "list_item_open" && TASK.test(first.content)) {
        const [sign = "", mark] = TASK.exec(first.content) ?? [];
        first.content = first.content.slice(sign.length);
        const box = new state.Token("html_inline", "", 0);
        box.content = `<input type="checkbox"${mark === " " ? "" : " checked"}>`;
        children.unshift(box);
      }
    }
  });
}

function formulas(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "maths", (state, silent) => {
    const formula = formulaAt(state);
    if (formula === undefined) return false;
    if (!silent) {
      const width = widthOf(formula);
      const read = latexHtml(formula.slice(width, -width), isDisplayed(formula));
      // A text token would be joined with its neighbours and lose its meta.
      const token = state.push("html" in read ? "html_inline" : "text_special", "", 0);
      token.content = "html" in read ? read.html : formula;
      if ("error" in read) token.meta = { maths: state.pos, error: read.error };
    }
    state.pos += formula.length;
    return true;
  });
  markdown.block.ruler.before(
    "fence",
    "maths",
    (state, startLine, endLine, silent) => {
      const lines = displayedIn(
        (line) => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]),
        startLine,
        endLine,
      );
      if (!lines) return false;
      const read = latexHtml(lines.tex, true);
      if ("error" in read) return false;
      if (silent) return true;
      const token = state.push("html_block", "", 0);
      token.content = `${read.html}\n`;
      token.map = [startLine, lines.end];
      state.line = lines.end;
      return true;
    },
    { alt: ["paragraph", "blockquote", "list"] },
  );
}

/** The library silently drops anything nested 100 deep, and a list takes two levels. */
const DEEPEST = 98;

const TASK = /^\[([ xX])\]\s+/u;

const isMeta = <Name extends "maths" | "inclusion">(meta: unknown, name: Name): meta is Record<Name, number> & { error: string } =>
  typeof meta === "object" && meta !== null && name in meta;

/** A place in the text that markdown-it reads. */
type Cursor = { src: string; pos: number };

/**
 * A TeX formula between dollars or in \( \) and \[ \]. Two prices on a line are not
 * one, nor is \[sic\]: a dollar touches its formula, no digit follows (as in
 * Pandoc), and the formula contains TeX syntax or is a single letter.
 */
function formulaAt(state: Cursor): string | undefined {
  const { src, pos } = state;
  const all = src[pos] === "$" ? betweenDollars(src, pos) : src[pos] === "\\" ? betweenBrackets(state) : undefined;
  if (all === undefined) return undefined;
  const width = widthOf(all);
  return hasTex(all.slice(width, -width)) ? all : undefined;
}

/** How many characters delimit it on either side. */
const widthOf = (formula: string): number => (formula[0] === "$" && formula[1] !== "$" ? 1 : 2);

const isDisplayed = (formula: string): boolean => formula.startsWith("$$") || formula.startsWith("\\[");

/** A formula on lines of its own, in which no marks are read: its LaTeX, and the line below it. */
function displayedIn(lineAt: (line: number) => string, start: number, end: number): { tex: string; end: number } | undefined {
  const [, open, first = ""] = /^(\$\$|\\\[)(.*)$/u.exec(lineAt(start).trim()) ?? [];
  if (open === undefined) return undefined;
  const close = open === "$$" ? "$$" : "\\]";
  const lines: string[] = [];
  for (let line = start; line < end; line += 1) {
    const text = (line === start ? first : lineAt(line)).trim();
    if (text.endsWith(close)) {
      const tex = [...lines, text.slice(0, -close.length)].join("\n");
      return tex.includes(close) || !hasTex(tex) ? undefined : { tex, end: line + 1 };
    }
    lines.push(text);
  }
  return undefined;
}

function betweenDollars(source: string, at: number): string | undefined {
  DOLLARS.lastIndex = at;
  return DOLLARS.exec(source)?.[0];
}

const DOLLARS = /\$\$[^$]+\$\$|\$(?![\s$])[^$\n]*[^\s$\\]\$(?!\d)/uy;

function betweenBrackets(state: Cursor): string | undefined {
  const { src, pos } = state;
  const close = { "(": "\\)", "[": "\\]" }[src[pos + 1] ?? ""];
  const end = close === undefined ? -1 : nextIn(state, close, pos + 3);
  const all = end === -1 ? undefined : src.slice(pos, end + 2);
  return close === "\\)" && all?.includes("\n") === true ? undefined : all;
}

/** Where a mark comes next in a text. The last offset is remembered, so that a thousand formulas without an end take no longer. */
function nextIn(state: Cursor, mark: string, from: number): number {
  const known = placesIn.get(state) ?? new Map<string, number>();
  placesIn.set(state, known);
  const last = known.get(mark) ?? 0;
  if (last !== -1 && last < from) known.set(mark, state.src.indexOf(mark, from));
  return known.get(mark) ?? -1;
}

const placesIn = new WeakMap<Cursor, Map<string, number>>();

/** Notes that nothing refers to, which the library leaves out. */
function unusedNotes(source: string, env: Env): UnsetMarks["notes"] {
  const footnotes = env["footnotes"];
  const refs = isRecord(footnotes) && isRecord(footnotes["refs"]) ? footnotes["refs"] : {};
  const lines = new Map<string, number>();
  for (const [index, line] of source.split("\n").entries()) {
    const [, name] = /^\s*\[\^([^\]\s]+)\]:/u.exec(line) ?? [];
    if (name !== undefined && !lines.has(name)) lines.set(name, index + 1);
  }
  return Object.entries(refs)
    .filter(([, number]) => number === -1)
    .map(([key]) => ({ name: key.slice(1), line: lines.get(key.slice(1)) ?? 0 }));
}
