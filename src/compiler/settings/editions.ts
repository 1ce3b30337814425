import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { Settings } from "./settings.ts";

/** The editions of a site, the main one first; none where it has one alone. */
export function editionsOf({ language, languages = {} }: Settings): LanguageEdition[] {
  const others = Object.keys(languages).filter((tag) => tag !== language);
  if (others.length === 0) return [];
  return [{ language, prefix: "" }, ...others.map((tag) => ({ language: canonical(tag), prefix: `/${tag.toLowerCase()}` }))];
}

/**
 * The settings of a paper as they hold in one of its editions. What has names in it
 * is in the language of the paper, and so no other edition takes it over.
 */
export function settingsIn(settings: Settings, edition: LanguageEdition | undefined): Settings {
  if (edition === undefined || edition.prefix === "") return settings;
  const { tagline: _tagline, navigation: _navigation, footer: _footer, ...all } = settings;
  const own = Object.entries(settings.languages ?? {}).find(([tag]) => canonical(tag) === edition.language)?.[1];
  return { ...all, sections: [], topics: [], series: [], places: [], ...own, name: own?.name ?? settings.name, language: edition.language };
}

const canonical = (tag: string): string => Intl.getCanonicalLocales(tag)[0] ?? tag;
