import { settingNames } from "#reader/features/settings/settings.ts";

/**
 * After this many characters of text even a tall screen is full: at the width of a
 * column that is some sixty lines, in a list more.
 */
const FIRST_SCREENS = 3000;

/**
 * What is wider than a phone where no rule holds it. Below the first screens too it
 * makes the page so wide that what stands fixed on it is out of sight.
 */
const WIDE: [name: string, inHtml: RegExp][] = [
  ["img", /<img\b/u],
  ["video", /<video\b/u],
  [".recording", /<video\b/u],
  ["pre", /<pre\b/u],
  [".table", /class="table"/u],
];

/** What every document has, and what the early script puts onto it before the first paint. */
const ALWAYS = ["html", "head", "body", "#root", "[data-first", ...settingNames.map((name) => `[data-${name}`)];

const TAG_OR_TEXT = /<([a-z][\w-]*)([^>]*)>|[^<>]+/gu;
const ATTRIBUTE = /([^\s="/]+)(?:="([^"]*)")?/gu;

/**
 * The names by which selectors know what a page shows first: "p", ".teaser",
 * "#main", "[aria-current" and the languages, as ":de".
 * @param html a page as React writes it: attributes in quotation marks, "<" and ">" only around tags
 * @param language that of the document
 */
export function namesIn(html: string, language: string): Set<string> {
  const wide = WIDE.filter(([, inHtml]) => inHtml.test(html)).map(([name]) => name);
  const names = new Set([...ALWAYS, ...wide, ...languageNames(language)]);
  const seen = new Set<string>();
  let text = 0;
  for (const [whole, tag, attributes = ""] of html.matchAll(TAG_OR_TEXT)) {
    if (tag === undefined) text += whole.length;
    else if (!seen.has(whole)) {
      names.add(tag);
      addNames(names, attributes);
      seen.add(whole);
    }
    if (text > FIRST_SCREENS) break;
  }
  return names;
}

function addNames(names: Set<string>, attributes: string): void {
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
    names.add(`[${name.toLowerCase()}`);
    if (name === "id") names.add(`#${value}`);
    if (name === "class") for (const one of value.split(" ")) names.add(`.${one}`);
    if (name === "lang") for (const one of languageNames(value)) names.add(one);
  }
}

/** `:lang(de)` matches de-AT too. */
function languageNames(language: string): string[] {
  const [primary = ""] = language.toLowerCase().split("-");
  return [`:${language.toLowerCase()}`, `:${primary}`];
}
