import type { MarkdownIt, StateBlock } from "markdown-it";
import { isCalloutKind } from "../../body/callouts.ts";

/**
 * Boxes of other programs: `:::tip Title`, `:::note[Title]`, lines, `:::` (Docusaurus, VitePress, VuePress, Starlight, Hexo), and
 * `!!! note "Title"`, `??? tip`, `=== "Tab"` above indented lines (Python-Markdown, Material for MkDocs). Known kinds become callouts,
 * those that open with a click details; of groups of tabs and listings, only the content stays. Anything else is as written.
 */
export function containers(markdown: MarkdownIt): void {
  const alt = { alt: ["paragraph", "reference", "blockquote", "list"] };
  markdown.block.ruler.before(
    "fence",
    "container",
    (state, startLine, endLine, silent) => {
      const head = colonsHead(lineAt(state, startLine) ?? "");
      const end = head && endOfColons(state, startLine, endLine);
      if (!head || end === undefined) return false;
      if (!silent) pushBox(state, head, { startLine, from: startLine + 1, to: end, next: end + 1, indent: state.blkIndent });
      return true;
    },
    alt,
  );
  markdown.block.ruler.before(
    "code",
    "admonition",
    (state, startLine, endLine, silent) => {
      const head = marksHead(lineAt(state, startLine) ?? "");
      if (!head) return false;
      const indent = state.blkIndent + INDENT;
      let end = startLine + 1;
      while (end < endLine && (state.isEmpty(end) || (state.sCount[end] ?? 0) >= indent)) end += 1;
      while (end > startLine + 1 && state.isEmpty(end - 1)) end -= 1;
      if (end === startLine + 1) return false;
      if (!silent) pushBox(state, head, { startLine, from: startLine + 1, to: end, next: end, indent });
      return true;
    },
    alt,
  );
}

/** Python-Markdown asks for four spaces before the content. */
const INDENT = 4;

/** What the first line of a box says. A box without a kind has no frame. */
type Head = { kind?: string; title: string; fold?: "open" | "closed" };

/** The line without the indent of its container; undefined if it is not in the container. */
const lineAt = (state: StateBlock, line: number): string | undefined =>
  (state.sCount[line] ?? 0) < state.blkIndent ? undefined : state.getLines(line, line + 1, state.blkIndent, false);

function colonsHead(line: string): Head | undefined {
  const [, name = "", label, after = ""] = /^ {0,3}:{3,}[ \t]*\{?\.?([\w-]+)\}?(?:\[([^\n]*)\])?([^\n]*)$/u.exec(line) ?? [];
  const rest = withoutColons(after.trim()).trimEnd();
  const kind = name.toLowerCase();
  const [, ofAttribute] = /\btitle=["“]([^"“”]*)["”]/u.exec(rest) ?? [];
  const title = label ?? ofAttribute ?? rest.replace(/^\{[^{}]*\}/u, "").trim();
  if (kind === "details") return { title: title || "Details", fold: "closed" };
  if (isCalloutKind(kind)) return { kind, title };
  return UNFRAMED.has(kind) ? { title: "" } : undefined;
}

/** Without the colons at its end. */
function withoutColons(text: string): string {
  let end = text.length;
  while (text[end - 1] === ":") end -= 1;
  return text.slice(0, end);
}

/** Groups of tabs and listings, and layout. */
const UNFRAMED = new Set("code-group code-tabs tabs tab center left right raw v-pre steps".split(" "));

function marksHead(line: string): Head | undefined {
  const [, tab] = /^=== ?[+!]? *"([^"\n]+)"[ \t]*$/u.exec(line) ?? [];
  if (tab !== undefined) return { title: tab };
  const [, sign, name = "", title] = /^(!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"([^\n]*)")?[ \t]*$/u.exec(line) ?? [];
  const kind = name.toLowerCase();
  if (sign === undefined) return undefined;
  if (sign !== "!!!") return { title: title ?? kind.charAt(0).toUpperCase() + kind.slice(1), fold: sign === "???+" ? "open" : "closed" };
  return { kind, title: title ?? "" };
}

/** The first lines of boxes that have no end, by their place: so no line is searched for their ends again. */
const ENDLESS = new WeakMap<StateBlock, Set<string>>();

/** The line of the colons that end a box. Boxes in it end first; colons in a listing are none. */
function endOfColons(state: StateBlock, startLine: number, endLine: number): number | undefined {
  const endless = ENDLESS.get(state) ?? new Set();
  ENDLESS.set(state, endless);
  const placeOf = (line: number) => `${line} ${endLine} ${state.blkIndent}`;
  if (endless.has(placeOf(startLine))) return undefined;
  const read = endOrOpen(state, startLine, endLine);
  if ("end" in read) return read.end;
  for (const line of read.open) endless.add(placeOf(line));
  return undefined;
}

/** The line of the colons that end a box, or the lines of all boxes from there on that have no colons of their own at their end. */
function endOrOpen(state: StateBlock, startLine: number, endLine: number): { end: number } | { open: number[] } {
  const open: { line: number; length: number }[] = [];
  const crossed: number[] = [];
  let fence = "";
  for (let line = startLine; line < endLine; line += 1) {
    const text = state.isEmpty(line) ? "" : lineAt(state, line)?.trim();
    if (text === undefined) break;
    const [mark = ""] = /^(?:`{3,}|~{3,})/u.exec(text) ?? [];
    if (fence === "" && mark !== "") fence = mark;
    else if (fence !== "" && mark.startsWith(fence) && text === mark) fence = "";
    const [, colons = "", rest = ""] = fence === "" ? (/^(:{3,})(.*)$/u.exec(text) ?? []) : [];
    if (colons === "") continue;
    if (rest.trim() !== "") open.push({ line, length: colons.length });
    else {
      const ended = open.findLastIndex(({ length }) => length === colons.length);
      const [, ...inside] = ended === -1 ? [] : open.splice(ended);
      for (const box of inside) crossed.push(box.line);
    }
    if (open.length === 0) return { end: line };
  }
  return { open: [...open.map(({ line }) => line), ...crossed] };
}

type Lines = { startLine: number; from: number; to: number; next: number; indent: number };

function pushBox(state: StateBlock, head: Head, { startLine, from, to, next, indent }: Lines): void {
  const { kind, title, fold } = head;
  const tag = fold ? "details" : "div";
  const open = state.push("container_open", tag, 1);
  open.map = [startLine, next];
  open.block = true;
  if (kind !== undefined) open.attrs = [["class", `admonition ${kind}`]];
  if (fold === "open") open.attrs = [["open", ""]];
  if (title !== "") pushTitle(state, head, startLine);
  const { parentType, lineMax, blkIndent } = state;
  Object.assign(state, { parentType: "blockquote", lineMax: to, blkIndent: indent });
  state.md.block.tokenize(state, from, to);
  Object.assign(state, { parentType, lineMax, blkIndent, line: next });
  state.push("container_close", tag, -1).block = true;
}

function pushTitle(state: StateBlock, { kind, title, fold }: Head, line: number): void {
  const tag = fold ? "summary" : "p";
  const open = state.push("paragraph_open", tag, 1);
  if (kind !== undefined) open.attrs = [["class", "admonition-title"]];
  const words = state.push("inline", "", 0);
  words.content = kind === undefined && !fold ? `**${title}**` : title;
  words.map = [line, line + 1];
  words.children = [];
  state.push("paragraph_close", tag, -1);
}
