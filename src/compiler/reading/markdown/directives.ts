import type { Env, MarkdownIt } from "markdown-it";
import { BLOCK_ELEMENT } from "../../body/bodyContext.ts";
import { escapedText } from "../../text/escaped.ts";
import { nearestName } from "../../text/nearestName.ts";
import { DIRECTIVES } from "../article/directiveBlock.ts";
import { isGame } from "../article/readBlocks.ts";

/** Directives in a text: the names of the paper's custom blocks, and the directives that are broken. */
export type Directives = {
  own: readonly string[];
  /** `line` counts from 1. */
  broken: { line: number; message: string; remedy: string; nearest?: string }[];
  /** The ends of texts before which no such colons are left, so that a text of openings is not searched again for each. */
  endless: Set<string>;
};

/** By the environment of the text that they are in. */
const directivesOf = new WeakMap<Env, Directives>();

/** Enables directives for the text of an environment. @returns the broken ones, once the text is parsed */
export function directivesEnv(env: Env, own: readonly string[]): Directives["broken"] {
  const broken: Directives["broken"] = [];
  directivesOf.set(env, { own, broken, endless: new Set() });
  return broken;
}

const COLON = 0x3a;

/**
 * `:::poll`, lines of YAML, `:::`: a custom block of the paper, or a built-in one. It becomes an element with as many lines as the source.
 * Its end may be indented, as some formatters do below a list. Anything else that begins with colons stays as it is: other
 * programs write Markdown into `:::note` and `:::details`.
 */
export function directives(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "fence",
    "directive",
    (state, startLine, endLine, silent) => {
      const known = directivesOf.get(state.env);
      const indent = state.sCount[startLine] ?? 0;
      if (!known || indent - state.blkIndent >= 4) return false;
      if (state.src.charCodeAt((state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)) !== COLON) return false;
      const lineAt = (line: number): string => state.getLines(line, line + 1, indent, false);
      const [, colons, name = ""] = /^(:{3,}) *([\w-]+) *$/u.exec(lineAt(startLine)) ?? [];
      if (colons === undefined) return false;
      const reportBroken = (fault: Fault): false => {
        if (!silent) known.broken.push({ line: startLine + 1, ...fault });
        return false;
      };
      const from = startLine + 1;
      const fault = faultOf(name, lineAt(state.skipEmptyLines(from)).trim(), colons, known.own);
      if (fault) return fault.isMeant && reportBroken(fault);
      const rest = `${colons} ${endLine} ${state.level}`;
      let end = known.endless.has(rest) ? endLine : from;
      while (end < endLine && lineAt(end).trim() !== colons) end += 1;
      if (end === endLine) known.endless.add(rest);
      if (end === endLine)
        return reportBroken({ message: `The ${name} has no end, so it appears as written.`, remedy: `End it with ${colons}.` });
      if (silent) return true;
      const fields = state.getLines(from, end, indent, true);
      const token = state.push("html_block", "", 0);
      token.content = `<${BLOCK_ELEMENT} name="${name}">\n${escapedText(fields)}</${BLOCK_ELEMENT}>\n`;
      token.map = [startLine, end + 1];
      state.line = end + 1;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
}

type Fault = Omit<Directives["broken"][number], "line">;

/**
 * Why a directive is no block; undefined for a block. If it is not meant as one, it is another program's.
 * @param first the first line in it
 */
function faultOf(name: string, first: string, colons: string, own: readonly string[]): (Fault & { isMeant: boolean }) | undefined {
  const fields = DIRECTIVES.get(name);
  const field = /^([a-z]\w*):(?:\s|$)/u.exec(first)?.[1];
  if (own.includes(name) || fields?.some((known) => known === field) || (fields?.length === 0 && first === colons)) return undefined;
  if (fields) {
    // No other program has these.
    const isMeant = own.length > 0 || isGame(name);
    const message = `The ${name} does not begin with one of its fields, so it appears as written.`;
    return { isMeant, message, remedy: `Its fields are ${fields.join(", ")}.` };
  }
  const nearest = nearestName(name, [...own, ...DIRECTIVES.keys()]);
  return {
    isMeant: own.length > 0 || (field !== undefined && nearest !== undefined),
    message: `There is no block "${name}", so it appears as written.`,
    remedy: own.length > 0 ? `The paper has ${own.join(", ")}.` : "docs/article.md lists the types of blocks.",
    ...(nearest !== undefined && { nearest }),
  };
}
