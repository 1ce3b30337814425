import type { Block } from "#content/blocks/block.ts";
import type { LossCause, Problem } from "../draft/problem.ts";
import { Losses } from "../reading/losses.ts";

/** The result for one item of an archive. */
export type ImportItem = {
  file: string;
  place?: string;
  headline?: string;
  /** What was changed or lost in the import. */
  changes: Problem[];
} & (
  | { outcome: "published"; article: string; datePublished: string; authors: string[]; keptBack?: true }
  // `withheld`: its archive says that it is not public. `lost`: why it was left out unintentionally.
  | { outcome: "skipped"; reason: string; withheld?: true; lost?: LossCause }
);

/** A story that was imported: what it was made from, as far as it is long, and what it became. */
export type ImportedStory = { item: ImportItem; source: string; body: Block[] };

/** In HTML; also instructions of PHP and other programs. One without an end takes the rest, as in a browser. */
const COMMENT = /<!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$)/gu;

/** How much of a story's source is kept for the report, in UTF-16 code units. */
export const SOURCE_SHOWN = 6000;

type PublishedItem = Extract<ImportItem, { outcome: "published" }>;

/** The counts of an import. `in` is always the sum of published and skipped items. */
export type ImportCounts = {
  in: number;
  published: number;
  skipped: number;
  /** Files that are new or have changed; all others already existed, byte for byte. */
  written: number;
  pictures: { shown: number; copied: number; missing: number };
  /** Articles of earlier imports that editors have changed since: `kept` all, `changed` those that the archive has changed too. */
  edits?: { kept: number; changed: number; deleted: number };
  /** Articles of earlier imports that the archive no longer has. */
  gone?: number;
  /** How much was left out on purpose, such as comments, by name. */
  leftOut: Record<string, number>;
};

/** Collects problems while items are read, and passes each item on with its problems, so that none is kept in memory. */
export class ImportReport {
  readonly problems: Problem[] = [];
  readonly leftOut: Record<string, number> = {};
  readonly losses = new Losses();
  /** The files of articles that the archive has withdrawn. */
  readonly withdrawn: string[] = [];
  readonly edits = { kept: 0, changed: 0, deleted: 0 };
  published = 0;
  skipped = 0;
  written = 0;
  gone = 0;
  errors = 0;
  warnings = 0;
  #pending: Problem[] = [];
  #source = "";
  readonly #known = new Set<string>();
  readonly #onItem: (item: ImportItem) => void;
  readonly #onStory: ((story: ImportedStory) => void) | undefined;

  constructor(onItem: (item: ImportItem) => void, onStory?: (story: ImportedStory) => void) {
    this.#onItem = onItem;
    this.#onStory = onStory;
  }

  /** Receives the source of the item being read. Its comments are for its writers only, so nobody else is to see them in a report. */
  see = (source: string): void => {
    if (!this.#onStory || this.#source.length >= SOURCE_SHOWN) return;
    this.#source += `${source.replaceAll(COMMENT, "").slice(0, SOURCE_SHOWN - this.#source.length)}\n`;
  };

  /** A problem belongs to the item being read; after the last item, to the archive. */
  report = (problem: Problem): void => {
    if (problem.severity === "error") this.errors += 1;
    if (problem.severity === "warning") this.warnings += 1;
    this.#pending.push(problem);
  };

  once = (key: string, problem: Problem): void => {
    if (!this.#known.has(key)) this.report(problem);
    this.#known.add(key);
  };

  tally = (name: string, count: number): void => {
    this.leftOut[name] = (this.leftOut[name] ?? 0) + count;
  };

  /** @param body what it became; undefined if its file has another text */
  publish(fields: Omit<PublishedItem, "outcome" | "changes">, body: Block[] | undefined): void {
    this.published += 1;
    const source = this.takeSource();
    const item: ImportItem = { ...fields, outcome: "published", changes: this.take() };
    this.#onItem(item);
    if (body && fields.keptBack !== true) this.#onStory?.({ item, source, body });
  }

  /** @param lost the cause, if the item was left out unintentionally */
  skip(item: { file: string; place?: string; headline?: string; reason: string; withheld?: true }, lost?: LossCause): void {
    this.skipped += 1;
    if (lost) this.losses.add(item.reason, item.file, lost);
    this.takeSource();
    this.#onItem({ ...item, ...(lost && { lost }), outcome: "skipped", changes: this.take() });
  }

  /** Assigns the remaining problems to the archive as a whole. */
  addPending(): void {
    for (const problem of this.take()) this.problems.push(problem);
  }

  /** Takes the problems found since the last item, for an item that is passed on later. */
  take(): Problem[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending;
  }

  takeSource(): string {
    const source = this.#source;
    this.#source = "";
    return source;
  }

  restore(changes: Problem[], source = ""): void {
    this.#pending = changes;
    this.#source = source;
  }
}
