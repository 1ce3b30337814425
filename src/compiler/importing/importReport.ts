import type { LossCause, Problem } from "../draft/problem.ts";
import { Losses } from "../sources/losses.ts";

/** What became of one item of an archive. */
export type ImportItem = {
  file: string;
  place?: string;
  headline?: string;
  /** What was changed on the way, or lost. */
  changes: Problem[];
} & ({ outcome: "published"; article: string; datePublished: string; authors: string[] } | { outcome: "skipped"; reason: string });

type PublishedItem = Extract<ImportItem, { outcome: "published" }>;

/** How many came in: always published and skipped together. */
export type ImportCounts = {
  in: number;
  published: number;
  skipped: number;
  /** Files that were new or other than before; the rest was there already, byte for byte. */
  written: number;
  pictures: { shown: number; copied: number; missing: number };
  /** What was left out on purpose, such as comments, by its name. */
  leftOut: Record<string, number>;
};

/** Collects what is found while items are read, and hands on each item with what concerns it, so that none is kept. */
export class ImportReport {
  readonly problems: Problem[] = [];
  readonly leftOut: Record<string, number> = {};
  readonly losses = new Losses();
  published = 0;
  skipped = 0;
  written = 0;
  errors = 0;
  warnings = 0;
  #pending: Problem[] = [];
  readonly #known = new Set<string>();
  readonly #onItem: (item: ImportItem) => void;

  constructor(onItem: (item: ImportItem) => void) {
    this.#onItem = onItem;
  }

  /** A problem belongs to the item that is being read; one that comes after the last, to the archive. */
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

  /** @param lost what is wrong with it, where nobody meant to leave it out */
  skip(item: { file: string; place?: string; headline?: string; reason: string }, lost?: LossCause): void {
    this.skipped += 1;
    if (lost) this.losses.add(item.reason, item.file, lost);
    this.#onItem({ ...item, outcome: "skipped", changes: this.take() });
  }

  /** What is left over concerns the archive as a whole. */
  settle(): void {
    for (const problem of this.take()) this.problems.push(problem);
  }

  /** What was found since the last item, for one that is handed on later. */
  take(): Problem[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending;
  }

  restore(changes: Problem[]): void {
    this.#pending = changes;
  }
}
