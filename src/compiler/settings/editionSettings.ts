import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { Problem } from "../draft/problem.ts";
import type { Settings } from "./settings.ts";

/** The editions of a site, the main one first; none if it has only one. */
export function editionsOf({ language, languages = {} }: Settings): LanguageEdition[] {
  const others = Object.keys(languages).filter((tag) => tag !== language);
  if (others.length === 0) return [];
  return [{ language, prefix: "" }, ...others.map((tag) => ({ language: canonical(tag), prefix: `/${tag.toLowerCase()}` }))];
}

/**
 * The settings of a paper as they apply to one of its editions. Settings that contain
 * names are in the language of the paper, so other editions do not inherit them.
 */
export function settingsIn(settings: Settings, edition: LanguageEdition | undefined): Settings {
  if (edition === undefined || edition.prefix === "") return settings;
  const { tagline: _tagline, navigation: _navigation, footer: _footer, ...all } = settings;
  const own = settings.languages?.[tagIn(settings, edition)];
  return { ...all, sections: [], topics: [], series: [], places: [], ...own, name: own?.name ?? settings.name, language: edition.language };
}

/** Where the settings of an edition are in `edition.json`: what comes before the name of a setting. */
export const settingsPlace = (settings: Settings, edition: LanguageEdition): string =>
  edition.prefix === "" ? "" : `languages.${tagIn(settings, edition)}.`;

/** The tag of an edition as the settings write it. */
const tagIn = ({ languages = {} }: Settings, { language }: LanguageEdition): string =>
  Object.keys(languages).find((tag) => canonical(tag) === language) ?? language;

/**
 * The edition in another language that a file or folder of the paper is for, by the tag in its name; or what to report if there is none.
 * @param file the path to report
 * @param main where what is for the main edition belongs
 */
export function editionNamed(tag: string, file: string, settings: Settings, main: string): LanguageEdition | { problem: Problem } {
  const [, ...others] = editionsOf(settings);
  const edition = others.find(({ prefix }) => prefix === `/${tag.toLowerCase()}`);
  if (edition) return edition;
  const tags = others.map(({ prefix }) => prefix.slice(1)).join(", ");
  const isMain = tag.toLowerCase() === settings.language.toLowerCase();
  const message = isMain
    ? `What is for the main edition is in ${main}, so this is left out.`
    : `The paper has no edition in a language "${tag}", so this is left out.`;
  const remedy = isMain
    ? `Move it to ${main}.`
    : `${tags === "" ? "Add" : `Name it after an edition (${tags}), or add`} the language to languages in edition.json.`;
  return { problem: { severity: "warning", file, message, remedy } };
}

const canonical = (tag: string): string => Intl.getCanonicalLocales(tag)[0] ?? tag;
