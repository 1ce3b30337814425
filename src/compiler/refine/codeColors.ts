import { createRequire } from "node:module";
import type { HLJSApi } from "highlight.js";
import type { CodeColor, Colored } from "#content/blocks/block.ts";
import { unescapeHtml } from "#content/html/unescapeHtml.ts";

const load: (name: string) => HLJSApi = createRequire(import.meta.url);

/** Longer listings stay plain: nobody reads them by their colours. In characters. */
const LONGEST = 100_000;

/** The scopes of highlight.js (highlightjs.readthedocs.io, "Scopes"), by the few colours that a page has. Those of a part count as the whole: `title.function`. */
const COLORS: Record<string, CodeColor> = {
  ...every("keyword", "keyword operator selector-tag name tag doctag template-tag meta"),
  ...every("string", "string regexp char link symbol addition template-variable"),
  ...every("number", "number literal bullet variable deletion"),
  ...every("title", "title section selector-id selector-class"),
  ...every("type", "type class built_in attr attribute property"),
  ...every("comment", "comment quote"),
};

function every(color: CodeColor, scopes: string): Record<string, CodeColor> {
  return Object.fromEntries(scopes.split(" ").map((scope) => [scope, color]));
}

let library: HLJSApi | undefined;

/**
 * The colours of a listing by highlight.js, as runs that make up the text; undefined where the language is not known.
 * The library is loaded at the first listing: few papers have any.
 */
export function codeColors(text: string, language: string): Colored[] | undefined {
  if (text.length > LONGEST) return undefined;
  library ??= load("highlight.js");
  if (!library.getLanguage(language)) return undefined;
  const runs = runsOf(library.highlight(text, { language, ignoreIllegals: true }).value);
  return runs.some(({ color }) => color !== undefined) ? runs : undefined;
}

/** What the library says in HTML: spans with the class of a scope, and escaped text. */
function runsOf(html: string): Colored[] {
  const runs: Colored[] = [];
  const open: (CodeColor | undefined)[] = [];
  for (const [whole, scope, words] of html.matchAll(/<span class="(?:hljs-)?([\w-]*)[^"]*">|<\/span>|([^<]+)/gu)) {
    if (words !== undefined) add(runs, unescapeHtml(words), open.at(-1));
    else if (whole === "</span>") open.pop();
    else open.push(COLORS[scope ?? ""] ?? open.at(-1));
  }
  return runs;
}

/** Neighbours of one colour are one run. */
function add(runs: Colored[], text: string, color: CodeColor | undefined): void {
  const last = runs.at(-1);
  if (last && last.color === color) last.length += text.length;
  else runs.push({ length: text.length, ...(color && { color }) });
}
