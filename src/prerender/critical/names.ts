import { settingNames } from "#reader/settings/settings.ts";

/**
 * After so many characters of text even a tall screen is full: at the width of a
 * column that is some sixty lines, in a list more.
 */
const FIRST_SCREENS = 3000;

/** What every document has, and the settings that are put onto it before the first paint. */
const ALWAYS = ["html", "head", "body", "#root", ...settingNames.map((name) => `[data-${name}`)];

const TAG_OR_TEXT = /<([a-z][\w-]*)([^>]*)>|[^<>]+/gu;
const ATTRIBUTE = /([^\s="/]+)(?:="([^"]*)")?/gu;

/**
 * The names by which selectors know what a page shows first: "p", ".teaser",
 * "#main", "[aria-current" and the languages, as ":de".
 * @param html a page as React writes it: attributes in quotation marks, "<" and ">" only around tags
 * @param language that of the document
 */
export function namesIn(html: string, language: string): Set<string> {
  const names = new Set([...ALWAYS, ...languageNames(language)]);
  let text = 0;
  for (const [whole, tag, attributes = ""] of html.matchAll(TAG_OR_TEXT)) {
    if (tag === undefined) text += whole.length;
    else for (const name of namesOfTag(tag, attributes)) names.add(name);
    if (text > FIRST_SCREENS) break;
  }
  return names;
}

function* namesOfTag(tag: string, attributes: string): Generator<string> {
  yield tag;
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
    yield `[${name.toLowerCase()}`;
    if (name === "id") yield `#${value}`;
    if (name === "class") for (const one of value.split(" ")) yield `.${one}`;
    if (name === "lang") yield* languageNames(value);
  }
}

/** `:lang(de)` matches de-AT too. */
function languageNames(language: string): string[] {
  const [primary = ""] = language.toLowerCase().split("-");
  return [`:${language.toLowerCase()}`, `:${primary}`];
}
