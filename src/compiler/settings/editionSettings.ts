import type { LanguageEdition } from "#content/edition/languageEdition.ts";
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
  const own = Object.entries(settings.languages ?? {}).find(([tag]) => canonical(tag) === edition.language)?.[1];
  return { ...all, sections: [], topics: [], series: [], places: [], ...own, name: own?.name ?? settings.name, language: edition.language };
}

const canonical = (tag: string): string => Intl.getCanonicalLocales(tag)[0] ?? tag;
