import { createRequire } from "node:module";
import type { HLJSApi } from "highlight.js";
import type { CodeColor, Colored } from "#content/blocks/block.ts";
import { unescapeHtml } from "#content/html/unescapeHtml.ts";
import { COLOURS_CODE, isInstalled } from "../text/optionalPackage.ts";

const load: (name: string) => HLJSApi = createRequire(import.meta.url);

/** In characters. Longer listings stay plain: nobody reads them so closely. */
const LONGEST = 100_000;

/** The colours of the scopes of highlight.js (highlightjs.readthedocs.io, "Scopes"). `title.function` has the colour of `title`. */
const COLORS: Record<string, CodeColor> = {
  ...colorOfEach("keyword", "keyword operator selector-tag name tag doctag template-tag meta"),
  ...colorOfEach("string", "string regexp char link symbol addition template-variable"),
  ...colorOfEach("number", "number literal bullet variable deletion"),
  ...colorOfEach("title", "title section selector-id selector-class"),
  ...colorOfEach("type", "type class built_in attr attribute property"),
  ...colorOfEach("comment", "comment quote"),
};

function colorOfEach(color: CodeColor, scopes: string): Record<string, CodeColor> {
  return Object.fromEntries(scopes.split(" ").map((scope) => [scope, color]));
}

let library: HLJSApi | undefined;

/**
 * Colours a listing with highlight.js: returns runs that make up the text, or undefined if the language is not known or the package
 * is not installed, see plainCode.ts.
 * The library is loaded at the first listing: few papers have any.
 */
export function codeColors(text: string, language: string): Colored[] | undefined {
  if (text.length > LONGEST) return undefined;
  if (!library && !isInstalled(COLOURS_CODE)) return undefined;
  library ??= load(COLOURS_CODE);
  if (!library.getLanguage(language)) return undefined;
  const runs = runsOf(library.highlight(text, { language, ignoreIllegals: true }).value);
  return runs.some(({ color }) => color !== undefined) ? runs : undefined;
}

/** Reads the HTML of the library: spans with the class of a scope, and escaped text. */
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

/** Appends text, in the last run if that has the same colour. */
function add(runs: Colored[], text: string, color: CodeColor | undefined): void {
  const last = runs.at(-1);
  if (last && last.color === color) last.length += text.length;
  else runs.push({ length: text.length, ...(color && { color }) });
}
