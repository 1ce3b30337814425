import { editionOf } from "#content/edition/editions.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { Report } from "../draft/problem.ts";
import { editionsOf, settingsIn } from "../settings/editionSettings.ts";
import type { Settings } from "../settings/settings.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import type { Identified } from "./ids.ts";
import { language } from "./language.ts";
import { type Names, subjectNames } from "./subjectNames.ts";

/** What depends on the languages of stories, in a site with one edition or several. */
export type ByEdition = {
  /** The language of each story, found when it is first asked for. */
  languages: () => ReadonlyMap<Identified, string>;
  /** The prefix of a story's edition. */
  prefixOf: (draft: Identified) => string;
  /** The stories of an edition. */
  storiesIn: (prefix: string) => Identified[];
  /** The names of subjects in a story's edition, in its language. */
  namesFor: (draft: Identified) => Names;
};

/** Assigns the stories to the editions of a site by their languages. */
export function byEdition(drafts: Identified[], settings: Settings, report: Report, memory: StoryMemory | undefined): ByEdition {
  const editions = editionsOf(settings);
  let known: Map<Identified, string> | undefined;
  const languages = () => (known ??= new Map(drafts.map((draft) => [draft, language(draft, settings.language, report, memory)])));
  const editionAt = (draft: Identified): LanguageEdition | undefined => editionOf(editions, languages().get(draft) ?? settings.language);
  const prefixOf = (draft: Identified): string => (editions.length === 0 ? "" : (editionAt(draft)?.prefix ?? ""));
  const storiesIn = (prefix: string): Identified[] => drafts.filter((draft) => prefixOf(draft) === prefix);
  const main = subjectNames(editions.length === 0 ? drafts : storiesIn(""), settings, report);
  const others = editions
    .filter(({ prefix }) => prefix !== "")
    .map((edition) => [edition.prefix, subjectNames(storiesIn(edition.prefix), settingsIn(settings, edition), report)] as const);
  const namesByPrefix = new Map([["", main] as const, ...others]);
  return { languages, prefixOf, storiesIn, namesFor: (draft) => namesByPrefix.get(prefixOf(draft)) ?? main };
}
