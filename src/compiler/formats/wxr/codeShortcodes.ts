import type { ShortcodeTag } from "./shortcodeTags.ts";

/** The shortcodes of plugins for code, CodeColorer's with letters for its options, and the languages that SyntaxHighlighter has as shortcodes. */
const NAMES =
  "code|sourcecode|source|cci?|cc[bdeilnstw]{0,8}_\\w+|actionscript3|bash|clojure|coldfusion|cpp|csharp|css|delphi|diff|erlang|fsharp|groovy|html|java|javafx|javascript|js|latex|matlab|objc|perl|php|powershell|python|ruby|scala|shell|sql|vb|xml|yaml";

const IS_CODE = new RegExp(`^(?:${NAMES})$`, "u");
const START = new RegExp(`<(pre|code)(?=[\\s>])|(?<!\\[)\\[(${NAMES})(?=[\\s\\]=])[^\\][]*\\]`, "giu");

/** The tags that are not inside code, whether in its elements or its shortcodes. Both must be closed. */
export function outsideCode(text: string, tags: ShortcodeTag[]): ShortcodeTag[] {
  const ranges = codeRanges(text);
  let range = 0;
  return tags.filter(({ start }) => {
    while ((ranges[range]?.to ?? Number.POSITIVE_INFINITY) <= start) range += 1;
    return start < (ranges[range]?.from ?? Number.POSITIVE_INFINITY);
  });
}

function codeRanges(text: string): { from: number; to: number }[] {
  const ranges = [];
  const inVain = new Set<string>();
  for (let match = nextFrom(START, text, 0); match;) {
    const [start, element, shortcode = ""] = match;
    const name = (element ?? shortcode).toLowerCase();
    const end = element === undefined ? `\\[/${name}\\]` : `</${name}`;
    const from = match.index + start.length;
    const closing = inVain.has(end) ? null : nextFrom(new RegExp(end, "giu"), text, from);
    if (closing) ranges.push({ from, to: closing.index });
    else inVain.add(end);
    match = nextFrom(START, text, closing ? closing.index + closing[0].length : from);
  }
  return ranges;
}

function nextFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/**
 * Escapes what is in code: WP-Syntax and the like show everything between
 * `<pre lang="php">` and its end, tags and all, and no browser shows `<?php`.
 */
export function rawCode(text: string): string {
  const ends = new Map<string, RegExpExecArray | null>();
  /** The end tag that follows an offset; offsets never decrease. */
  const endAfter = (name: string, from: number) => {
    const known = ends.get(name);
    if (known === undefined || (known !== null && known.index < from))
      ends.set(name, nextFrom(new RegExp(`</${name}\\s*>`, "giu"), text, from));
    return ends.get(name) ?? null;
  };
  let result = "";
  let position = 0;
  for (let match = nextFrom(ELEMENT, text, 0); match; match = nextFrom(ELEMENT, text, position)) {
    const [start, name = "", attributes = ""] = match;
    const from = match.index + start.length;
    const end = endAfter(name.toLowerCase(), from);
    // Some put `code` around `pre`.
    const isOuter = name.toLowerCase() === "code" && (nextFrom(/<pre[\s>]/giu, text, from)?.index ?? text.length) < (end?.index ?? 0);
    const isCode = end !== null && !isOuter;
    result += text.slice(position, match.index) + (isCode ? codeElement(start, attributes, text.slice(from, end.index), end[0]) : start);
    position = isCode ? end.index + end[0].length : from;
  }
  return result + text.slice(position);
}

const ELEMENT = /<(pre|code)\b([^<>]{0,400})>/giu;

function codeElement(start: string, attributes: string, inner: string, end: string): string {
  const [, language] = /\slang\s*=\s*["']?([\w+#.-]+)/iu.exec(attributes) ?? [];
  const isProgram = language !== undefined && !NATURAL.test(language) && !/\sescaped\s*=\s*["']?true/iu.test(attributes);
  const code =
    isProgram && /<[?!/a-z]/iu.test(inner) ? codeHtml("code", new Map([["language", language.toLowerCase()]]), inner, true) : undefined;
  return code ?? `${start}${inner.replaceAll("<?", "&lt;?")}${end}`;
}

/** Values of `lang` that mean a natural language. */
const NATURAL = /^(?:en|de|fr|es|it|nl|pt|ru|ja|zh|ko|ar|he|la|el|pl|sv|da|fi|[a-z]{2}-[a-z]{2})$/iu;

/** `[code language="php"]…[/code]` as code: a block if it is on lines of its own, else inline. Undefined for any other shortcode. */
export function codeHtml(name: string, attributes: Map<string, string>, inner: string, alone: boolean): string | undefined {
  if (!IS_CODE.test(name) || inner.trim() === "") return undefined;
  const escaped = inner
    .replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z]\w*);)/giu, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  if (!inner.includes("\n") && (!alone || /^cc[a-z]*i/u.test(name))) return `<code>${escaped.trim()}</code>`;
  const own = /^cc[a-z]*_/u.test(name)
    ? name.replace(/^cc[a-z]*_/u, "")
    : /^(?:code|source|sourcecode|cci?)$/u.test(name)
      ? undefined
      : name;
  const language = attributes.get("language") ?? attributes.get("lang") ?? own;
  const marked = language !== undefined && /^[\w+#.-]+$/u.test(language) ? ` class="language-${language}"` : "";
  return `\n\n<pre><code${marked}>${escaped}</code></pre>\n\n`;
}
