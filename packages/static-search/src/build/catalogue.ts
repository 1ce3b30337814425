import { ByteWriter } from "../format/bytes.ts";
import { FORMAT } from "../format/files.ts";
import type { Manifest } from "../format/manifest.ts";
import { facetNames, type Value } from "../schema.ts";
import { dayIn } from "../text/day.ts";
import type { Document, IndexSettings } from "./document.ts";
import type { Shards } from "./shards.ts";
import type { Thresholds } from "./thresholds.ts";

/** The maximum number of values and of languages listed: the manifest must not grow with the archive. */
const MOST_LISTED = 60;

/** The manifest's data about all documents together, collected document by document, oldest first. */
export class Catalogue {
  readonly #settings: IndexSettings;
  readonly #dayOf: (at: number) => string;
  readonly #days: string[] = [];
  readonly #languages = new Map<string, number>();
  readonly #listed = new Map<string, { value: Value; count: number }>();
  readonly #facets: ReadonlySet<string>;
  #last = -Infinity;

  constructor(settings: IndexSettings) {
    this.#settings = settings;
    this.#facets = new Set(facetNames(settings.schema));
    this.#dayOf = dayIn(settings.timeZone ?? "UTC");
  }

  get count(): number {
    return this.#days.length;
  }

  /** @throws an error for a document without a valid date, older than the one before it, or with a facet that is not in the schema */
  add({ id, date, language, facets }: Document): void {
    const other = Object.keys(facets).find((facet) => !this.#facets.has(facet));
    if (other !== undefined) throw new Error(`The document ${id} has a facet "${other}", and the schema has none.`);
    const at = Date.parse(date);
    if (Number.isNaN(at)) throw new Error(`The date of the document ${id} cannot be read: ${date}.`);
    if (at < this.#last) throw new Error(`Documents must come oldest first, but ${id} is older than the one before it.`);
    this.#last = at;
    this.#days.push(this.#dayOf(at));
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    for (const value of facets[this.#settings.schema.listed ?? ""] ?? []) {
      const known = this.#listed.get(value.slug);
      if (known) known.count += 1;
      else this.#listed.set(value.slug, { value: { slug: value.slug, name: value.name }, count: 1 });
    }
  }

  /** @param parts the fields that only the writers of shards know */
  manifest(shards: Shards, { positionsUpTo }: Thresholds, parts: Pick<Manifest, "documents" | "root" | "latest">): Manifest {
    const { firstDay, years, days } = calendar(this.#days);
    const { language, timeZone = "UTC", synonyms = [] } = this.#settings;
    return {
      format: FORMAT,
      stories: this.count,
      language,
      timeZone,
      languages: largest([...this.#languages], (entry) => entry[1]),
      sections: largest([...this.#listed.values()], ({ count }) => count).map(({ value, count }) => [value, count]),
      firstDay,
      years,
      days: days.length === 0 ? undefined : shards.write(days),
      documents: parts.documents,
      root: parts.root,
      latest: parts.latest,
      positionsUpTo,
      synonyms: synonyms.length === 0 ? undefined : shards.write(Buffer.from(JSON.stringify(synonyms))),
    };
  }
}

function largest<T>(entries: T[], countOf: (entry: T) => number): T[] {
  return entries.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, MOST_LISTED);
}

const DAY = 86_400_000;

/** The publication days of an archive's documents, in the form of the manifest and the shard of days. */
type Calendar = { firstDay: string; years: [string, number][]; days: Uint8Array };

/**
 * @param days the day YYYY-MM-DD of each document, ascending
 * @returns `days`: the number of documents of each day from the first on
 */
function calendar(days: readonly string[]): Calendar {
  const years: [string, number][] = [];
  const out = new ByteWriter();
  const firstDay = days[0] ?? "";
  let at = 0;
  let day = Date.parse(firstDay);
  while (at < days.length) {
    const before = at;
    for (; at < days.length && Date.parse(days[at] ?? "") <= day; at += 1) {
      const year = (days[at] ?? "").slice(0, 4);
      if (years.at(-1)?.[0] !== year) years.push([year, at]);
    }
    out.varint(at - before);
    day += DAY;
  }
  return { firstDay, years, days: out.finish() };
}
