import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type Article, SlugSchema } from "#content/article.ts";
import { milliseconds } from "#content/instant.ts";
import { ContractError, parse } from "#content/parse.ts";
import {
  changesIn,
  EntriesSchema,
  type Entry,
  type RecordEnd,
  RecordFileSchema,
  storyWords,
  type Takedown,
  versionsOf,
} from "#content/version.ts";
import type { Report } from "../../draft/problem.ts";
import type { Settings } from "../../settings/settings.ts";
import { digestOf } from "../../state/lazyBody.ts";
import type { PageMemory } from "../../state/PageMemory.ts";
import { writeStateFile } from "../../state/stateFile.ts";
import { faultIn, hashOf, type RecordClock, takedownOf, textOfRecord, withVersion, withWithdrawal } from "./entries.ts";

/** In the content folder, and kept with it: a file per story, the index of where each record ends, and the publisher's withdrawals. */
export const FOLDER = "record";
const STORIES = "stories";
const INDEX = "index.json";
const WITHDRAWN = "withdrawn.json";

/** The remedy for a version that cannot be withdrawn. */
const NOT_WITHDRAWN = "Correct this entry, or remove it. A published version can be withdrawn once the story has changed.";

/** The content of `record/withdrawn.json`. A hash needs enough digits not to match another version by chance. */
export const WithdrawalsSchema = v.array(
  v.strictObject({ story: SlugSchema, version: v.pipe(v.string(), v.regex(/^[\da-f]{8,64}$/u)), reason: v.pipe(v.string(), v.nonEmpty()) }),
);

/** What a build knows about a story's record. `isAsBefore`: it is the same as in the previous build. */
type Known = RecordEnd & { changes: number; isAsBefore: boolean };

/**
 * What the paper has published, version by version: the record in the content
 * folder, and what this build adds. The text of a story is read only when it
 * is asked for, so that a large edition is never in memory as a whole.
 */
export class PublicRecord {
  readonly #folder: string;
  readonly #clock: RecordClock;
  readonly #memory: PageMemory | undefined;
  readonly #report: Report;
  readonly #before: ReadonlyMap<string, RecordEnd>;
  /** The stories that were taken down before this build. */
  readonly #down: ReadonlyMap<string, Takedown>;
  readonly #withdrawals: v.InferOutput<typeof WithdrawalsSchema>;
  readonly #now = new Map<string, Known>();
  /** The slugs of all stories that this build publishes, even if their record cannot be read. */
  readonly #published = new Set<string>();
  /** Stories whose record this build has changed. */
  readonly #changed = new Map<string, Article>();

  constructor(content: string, clock: RecordClock, memory: PageMemory | undefined, report: Report) {
    this.#folder = join(content, FOLDER);
    this.#clock = clock;
    this.#memory = memory;
    this.#report = report;
    const { stories, takenDown } = this.#read(INDEX, RecordFileSchema) ?? { stories: [], takenDown: [] };
    this.#before = new Map(stories.map((end) => [end.slug, end]));
    this.#down = new Map(takenDown.map((each) => [each.story, each]));
    this.#withdrawals = this.#read(WITHDRAWN, WithdrawalsSchema) ?? [];
    for (const { story } of this.#withdrawals)
      if (!this.#before.has(story))
        this.#warn(WITHDRAWN, `There is no record of the story ${story}, a version of which is to be withdrawn.`, NOT_WITHDRAWN);
  }

  /** Takes in the current version of a story. A story that is not yet published has no record. */
  take(article: Article): void {
    const { slug, datePublished } = article;
    if (milliseconds(datePublished) > this.#clock.now) return;
    this.#published.add(slug);
    const part = `record ${slug}`;
    const known = this.#memory ? digestOf(article) : "";
    const before = this.#before.get(slug);
    const stored = this.#memory?.before(part)?.split(" ");
    const isAsBefore = before !== undefined && stored?.[0] === known && stored[1] === before.hash && !this.#hasWithdrawal(slug);
    if (isAsBefore) this.#now.set(slug, { ...before, changes: Number(stored[2]), isAsBefore });
    else this.#update(article, stored?.[1]);
    const now = this.#now.get(slug);
    if (now) this.#memory?.isSame(part, `${known} ${now.hash} ${now.changes}`);
  }

  /** A closed story is published, and has no public record: its earlier versions may have been open, and would show what is closed now. */
  pass(slug: string): void {
    this.#published.add(slug);
  }

  /** What is known about a story's record; undefined if it has none. */
  of(slug: string): Known | undefined {
    return this.#now.get(slug);
  }

  /** The record of a story, with the entries that this build adds. */
  entries(slug: string): Entry[] {
    const kept = this.#kept(slug) ?? [];
    const article = this.#changed.get(slug);
    return article ? this.#withAll(kept, article) : kept;
  }

  /** The slugs of all stories that have a record, also of those that were taken down. */
  slugs(): ReadonlySet<string> {
    return new Set([...this.#before.keys(), ...this.#now.keys()]);
  }

  /** The text of `data/public-record.json`. */
  file(): string {
    return textOfRecord([...this.#now.values()], this.#takenDown());
  }

  /** Writes the new entries into the content folder. @returns the number of stories that have some, were taken down or came back */
  save(): number {
    const takenDown = this.#takenDown();
    const down = new Set(takenDown.map(({ story }) => story));
    const others =
      [...down].filter((story) => !this.#down.has(story)).length + [...this.#down.keys()].filter((story) => !down.has(story)).length;
    if (this.#changed.size + others === 0) return 0;
    mkdirSync(join(this.#folder, STORIES), { recursive: true });
    for (const slug of this.#changed.keys()) {
      const lines = this.entries(slug).map((entry) => JSON.stringify(entry));
      writeStateFile(this.#path(slug), `[\n${lines.join(",\n")}\n]\n`);
    }
    writeStateFile(
      join(this.#folder, INDEX),
      textOfRecord([...new Map<string, RecordEnd>([...this.#before, ...this.#now]).values()], takenDown),
    );
    return this.#changed.size + others;
  }

  /** The stories that have a record and are not published. */
  #takenDown(): Takedown[] {
    const gone = [...this.#before.values()].filter(({ slug }) => !this.#published.has(slug));
    return gone.map((end) => this.#down.get(hashOf(end.slug)) ?? takedownOf(end, this.#clock.now));
  }

  #update(article: Article, hashBefore: string | undefined): void {
    const { slug } = article;
    const kept = this.#kept(slug, true);
    if (!kept) return;
    const entries = this.#withAll(kept, article, true);
    if (entries !== kept || !this.#before.has(slug)) this.#changed.set(slug, article);
    const last = entries.at(-1);
    if (!last) return;
    const count = versionsOf(entries).length;
    this.#now.set(slug, { slug, hash: last.hash, at: last.at, count, changes: changesIn(entries), isAsBefore: last.hash === hashBefore });
  }

  /**
   * The entries kept for a story; undefined if they cannot be read, or lack the last one in the index.
   * @param tells whether faults are reported
   */
  #kept(slug: string, warns = false): Entry[] | undefined {
    const entries = existsSync(this.#path(slug)) ? this.#read(join(STORIES, `${slug}.json`), EntriesSchema, warns) : [];
    const fault = entries && warns ? faultIn(entries) : undefined;
    if (fault) this.#warn(join(STORIES, `${slug}.json`), `Entry ${fault.entry} of the record was changed outside a build. ${fault.why}`);
    const end = this.#before.get(slug);
    if (!entries || !end || entries.some(({ hash }) => hash === end.hash)) return entries;
    if (warns)
      this.#warn(
        join(STORIES, `${slug}.json`),
        `Entries are missing: according to ${INDEX}, the record of ${slug} continues to ${end.hash.slice(0, 12)}.`,
      );
    return undefined;
  }

  #withAll(kept: Entry[], article: Article, warns = false): Entry[] {
    let entries = withVersion(kept, storyWords(article), this.#clock);
    for (const withdrawal of this.#withdrawals) {
      if (withdrawal.story !== article.slug) continue;
      const done = withWithdrawal(entries, withdrawal, this.#clock.now);
      if (Array.isArray(done)) entries = done;
      else if (done !== undefined && warns)
        this.#warn(WITHDRAWN, `The version ${withdrawal.version} of ${article.slug} ${done}.`, NOT_WITHDRAWN);
    }
    return entries;
  }

  #hasWithdrawal = (slug: string): boolean => this.#withdrawals.some(({ story }) => story === slug);

  #path = (slug: string): string => join(this.#folder, STORIES, `${slug}.json`);

  #read<T>(name: string, schema: v.GenericSchema<unknown, T>, warns = true): T | undefined {
    const path = join(this.#folder, name);
    if (!existsSync(path)) return undefined;
    try {
      return parse(schema, JSON.parse(readFileSync(path, "utf8")), "record");
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof ContractError)) throw error;
      if (warns) this.#warn(name, `${error.message.replace(/\.$/u, "")}.`);
      return undefined;
    }
  }

  #warn(name: string, message: string, remedy = "Restore the file, for example from your repository."): void {
    this.#report({ severity: "error", file: `${FOLDER}/${name}`, message, remedy });
  }
}

/** The record of an edition, if the paper keeps one. A preview is not published, so it has none. */
export function recordOf(
  articles: Article[],
  { content, now = Date.now(), preview }: { content: string; now?: number; preview?: boolean },
  settings: Settings,
  memory: PageMemory | undefined,
  report: Report,
): PublicRecord | undefined {
  if (!settings.record || preview) return undefined;
  const record = new PublicRecord(content, { now, ...settings.record }, memory, report);
  for (const article of articles) {
    if (article.members) record.pass(article.slug);
    else record.take(article);
  }
  return record;
}
