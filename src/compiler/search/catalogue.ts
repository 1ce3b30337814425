import type { Article, Ref } from "#content/article.ts";
import { milliseconds } from "#content/instant.ts";
import { FORMAT, type Manifest } from "#content/search/manifest.ts";
import { dayIn } from "../link/day.ts";
import { calendar } from "./calendar.ts";
import type { SearchSettings } from "./searchSettings.ts";
import type { Shards } from "./shards.ts";
import type { Thresholds } from "./thresholds.ts";

/** More sections or languages than this are not listed: the manifest must not grow with the archive. */
const MOST_LISTED = 60;

/** What the manifest says of all stories together, gathered story by story, oldest first. */
export class Catalogue {
  readonly #dayOf: (at: number) => string;
  readonly #days: string[] = [];
  readonly #languages = new Map<string, number>();
  readonly #sections = new Map<string, { section: Ref; count: number }>();

  constructor(settings: SearchSettings) {
    this.#dayOf = dayIn(settings.timeZone);
  }

  get stories(): number {
    return this.#days.length;
  }

  add({ datePublished, inLanguage, section }: Article): void {
    this.#days.push(this.#dayOf(milliseconds(datePublished)));
    this.#languages.set(inLanguage, (this.#languages.get(inLanguage) ?? 0) + 1);
    if (!section) return;
    const known = this.#sections.get(section.slug);
    if (known) known.count += 1;
    else this.#sections.set(section.slug, { section, count: 1 });
  }

  /** @param parts what only the writers of shards know */
  manifest(shards: Shards, settings: SearchSettings, { positionsUpTo }: Thresholds, parts: Pick<Manifest, "documents" | "root">): Manifest {
    const { firstDay, years, days } = calendar(this.#days);
    const { synonyms = [] } = settings.search ?? {};
    return {
      format: FORMAT,
      stories: this.stories,
      language: settings.language,
      timeZone: settings.timeZone,
      languages: largest([...this.#languages], (entry) => entry[1]),
      sections: largest([...this.#sections.values()], ({ count }) => count).map(({ section, count }) => [section, count]),
      firstDay,
      years,
      days: days.length === 0 ? undefined : shards.write(days),
      documents: parts.documents,
      root: parts.root,
      positionsUpTo,
      synonyms: synonyms.length === 0 ? undefined : shards.write(Buffer.from(JSON.stringify(synonyms))),
    };
  }
}

function largest<T>(entries: T[], countOf: (entry: T) => number): T[] {
  return entries.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, MOST_LISTED);
}
