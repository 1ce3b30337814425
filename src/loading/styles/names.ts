import { settingNames } from "#reader/features/settings/readerSettings.ts";

/**
 * After this many characters of text even a tall screen is full: about sixty lines
 * in a column, more in a list.
 */
const FIRST_SCREENS = 3000;

/**
 * Elements that are wider than a phone unless a rule limits them. Even below the
 * first screens they make the page so wide that fixed elements are out of sight.
 */
const WIDE: [name: string, inHtml: RegExp][] = [
  ["img", /<img\b/u],
  ["video", /<video\b/u],
  [".recording", /<video\b/u],
  ["pre", /<pre\b/u],
  [".table", /class="table"/u],
];

/** Names in every document, and those that the early script adds before the first paint. */
const ALWAYS = ["html", "head", "body", "#root", "[data-first", ...settingNames.map((name) => `[data-${name}`)];

const TAG_OR_TEXT = /<([a-z][\w-]*)([^>]*)>|[^<>]+/gu;
const ATTRIBUTE = /([^\s="/]+)(?:="([^"]*)")?/gu;

/**
 * The names that selectors can match on the first screens of a page: "p",
 * ".teaser", "#main", "[aria-current", and languages such as ":de".
 * @param html a page rendered by React: attributes are quoted, "<" and ">" occur only around tags
 * @param language the language of the document
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
    if (name === "class") for (const token of value.split(" ")) names.add(`.${token}`);
    if (name === "lang") for (const language of languageNames(value)) names.add(language);
  }
}

/** `:lang(de)` matches de-AT too. */
function languageNames(language: string): string[] {
  const [primary = ""] = language.toLowerCase().split("-");
  return [`:${language.toLowerCase()}`, `:${primary}`];
}
