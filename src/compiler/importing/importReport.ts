import type { LossCause, Problem } from "../draft/problem.ts";
import { Losses } from "../reading/losses.ts";

/** The result for one item of an archive. */
export type ImportItem = {
  file: string;
  place?: string;
  headline?: string;
  /** What was changed or lost in the import. */
  changes: Problem[];
} & ({ outcome: "published"; article: string; datePublished: string; authors: string[] } | { outcome: "skipped"; reason: string });

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
  readonly edits = { kept: 0, changed: 0, deleted: 0 };
  published = 0;
  skipped = 0;
  written = 0;
  gone = 0;
  errors = 0;
  warnings = 0;
  #pending: Problem[] = [];
  readonly #known = new Set<string>();
  readonly #onItem: (item: ImportItem) => void;

  constructor(onItem: (item: ImportItem) => void) {
    this.#onItem = onItem;
  }

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

  publish(item: Pick<PublishedItem, "file" | "place" | "headline" | "article" | "datePublished" | "authors">): void {
    this.published += 1;
    this.#onItem({ ...item, outcome: "published", changes: this.take() });
  }

  /** @param lost the cause, if the item was left out unintentionally */
  skip(item: { file: string; place?: string; headline?: string; reason: string }, lost?: LossCause): void {
    this.skipped += 1;
    if (lost) this.losses.add(item.reason, item.file, lost);
    this.#onItem({ ...item, outcome: "skipped", changes: this.take() });
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

  restore(changes: Problem[]): void {
    this.#pending = changes;
  }
}
