import type { Env, MarkdownIt } from "markdown-it";
import { BLOCK_ELEMENT } from "../../body/bodyContext.ts";
import { escapedText } from "../../draft/escaped.ts";
import { nearestName } from "../../draft/nearestName.ts";

/** Directives for the paper's custom blocks in a text: the block names, and the directives that are broken. */
export type Directives = {
  names: readonly string[];
  /** `line` counts from 1. */
  broken: { line: number; message: string; remedy: string; nearest?: string }[];
};

/** By the environment of the text that they are in. */
const directivesOf = new WeakMap<Env, Directives>();

/** Enables directives with these names for the text of an environment. @returns the broken ones, once the text is parsed */
export function directivesEnv(env: Env, names: readonly string[]): Directives["broken"] {
  const broken: Directives["broken"] = [];
  if (names.length > 0) directivesOf.set(env, { names, broken });
  return broken;
}

/**
 * `:::poll`, lines of YAML, `:::`: a custom block of the paper. It becomes an element with as many lines as the source.
 * Its end may be indented, as some formatters do below a list. Anything else that begins with colons stays as it is.
 */
export function directives(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    "fence",
    "directive",
    (state, startLine, endLine, silent) => {
      const known = directivesOf.get(state.env);
      const indent = state.sCount[startLine] ?? 0;
      if (!known || indent - state.blkIndent >= 4) return false;
      const lineAt = (line: number): string => state.getLines(line, line + 1, indent, false);
      const [, colons, name = ""] = /^(:{3,}) *([\w-]+) *$/u.exec(lineAt(startLine)) ?? [];
      if (colons === undefined) return false;
      const tell = (problem: Omit<Directives["broken"][number], "line">): false => {
        if (!silent) known.broken.push({ line: startLine + 1, ...problem });
        return false;
      };
      if (!known.names.includes(name)) {
        const nearest = nearestName(name, known.names);
        const remedy = `The paper has ${known.names.join(", ")}.`;
        const message = `There is no block "${name}", so it appears as written.`;
        return name !== "" && tell({ message, remedy, ...(nearest !== undefined && { nearest }) });
      }
      let end = startLine + 1;
      while (end < endLine && lineAt(end).trim() !== colons) end += 1;
      if (end === endLine) return tell({ message: `The ${name} has no end, so it appears as written.`, remedy: `End it with ${colons}.` });
      if (silent) return true;
      const token = state.push("html_block", "", 0);
      const fields = state.getLines(startLine + 1, end, indent, true);
      token.content = `<${BLOCK_ELEMENT} name="${name}">\n${escapedText(fields)}</${BLOCK_ELEMENT}>\n`;
      token.map = [startLine, end + 1];
      state.line = end + 1;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
}
