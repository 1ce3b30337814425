import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Output } from "#compiler/output/output.ts";
import type { Renderer, Work } from "#compiler/write/renderFiles.ts";
import { dependsOn } from "#content/pages/madeOf.ts";
import { otherFiles } from "#prerender/otherPages.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";
import type { Answer, RenderOptions } from "./renderOptions.ts";

/** How much work may be queued, in characters: enough to keep the threads busy while the compiler does something else. */
const MOST_WAITING = 48_000_000;

/** With fewer pieces of work waiting, one thread finishes sooner than another could start. */
const WORTH_A_THREAD = 200;

/**
 * A thread that has this many pieces of work gets more in batches of this size:
 * waking it for each piece takes a tenth of the time. A thread with fewer gets
 * each piece at once, or it would run out of work while the batch waits here.
 */
const BATCH = 20;

/** With more threads, the compiler's own single thread is the bottleneck. */
const MOST_THREADS = 4;

/** A renderer in threads of its own. `close` ends them, even in the middle of their work. */
export type ThreadedRenderer = Renderer & { close: () => Promise<void> };

/** A thread, and the error it failed with, which may come before there is work for it. */
export type Started = { worker: Worker; failure: Promise<Error> };

/**
 * Makes files in other threads, so that all cores have work. The first thread
 * starts with the first piece of work at the latest, each other when many pieces
 * wait: a small change starts one. The output does not depend on their number.
 * @param first a thread that has already been started
 */
export function renderInThreads(
  output: Pick<Output, "confirm">,
  options: RenderOptions,
  most = defaultThreadCount(),
  first?: Started,
): ThreadedRenderer {
  const failures: Error[] = [];
  const check = (): void => {
    if (failures[0]) throw failures[0];
  };
  const fail = (error: Error): void => void failures.push(error);
  const start = (started: Started): Thread => new Thread(started, options, output, fail);
  const threads: Thread[] = first ? [start(first)] : [];
  const waiting = (): number => threads.reduce((sum, thread) => sum + thread.size, 0);
  let batch: Work[] = [];
  const giveTo = (thread: Thread | undefined): void => {
    if (batch.length > 0) thread?.give(batch);
    batch = [];
  };
  const until = async (isMet: () => boolean): Promise<void> => {
    while (failures.length === 0 && !isMet()) await Promise.race(threads.map((thread) => thread.next()));
    check();
  };
  return {
    dependsOn: (kind) => {
      const { edition, others } = options.paper;
      return [edition, ...others.map((other) => other.edition)].map((each) => dependsOn(kind, each)).join("\n");
    },
    otherFiles: (redirects) => otherFiles(redirects, options.paper.site.base, options.paper.edition),
    take: async (work) => {
      check();
      if (threads.length === 0 || (threads.length < most && threads.every(({ pieces }) => pieces > WORTH_A_THREAD)))
        threads.push(start(startThread()));
      const [least] = threads.toSorted((a, b) => a.size - b.size);
      batch.push(work);
      if ((least?.pieces ?? 0) < BATCH || batch.length === BATCH) giveTo(least);
      if (waiting() > MOST_WAITING) await until(() => waiting() <= MOST_WAITING);
    },
    finish: () => {
      giveTo(threads[0]);
      return until(() => waiting() === 0);
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

/** Starts a thread before its options are known, since loading its modules takes a while. */
export function startThread(): Started {
  const worker = new Worker(join(packageFolder(), "build", "node", "renderWorker.js"));
  return { worker, failure: new Promise((resolve) => worker.once("error", resolve)) };
}

/** As many threads as cores, at most MOST_THREADS. The compiler's own thread is not counted, since it has little to do while they are busy. */
export function defaultThreadCount(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}

/** One thread, and how much of its work is not done yet. */
class Thread {
  readonly #worker: Worker;
  readonly #given: { size: number; pieces: number }[] = [];
  #wake: (() => void)[] = [];
  size = 0;
  pieces = 0;

  constructor({ worker, failure }: Started, options: RenderOptions, output: Pick<Output, "confirm">, fail: (error: Error) => void) {
    this.#worker = worker;
    this.#worker.postMessage(options);
    this.#worker.on("message", (answer: Answer) => {
      if ("error" in answer) fail(new Error(answer.error));
      else output.confirm(answer.placed);
      const done = this.#given.shift();
      this.size -= done?.size ?? 0;
      this.pieces -= done?.pieces ?? 0;
      this.#wakeAll();
    });
    void failure.then((error) => {
      fail(error);
      this.#wakeAll();
    });
  }

  give(batch: Work[]): void {
    const given = { size: batch.reduce((sum, work) => sum + sizeOf(work), 0), pieces: batch.length };
    this.#given.push(given);
    this.size += given.size;
    this.pieces += given.pieces;
    this.#worker.postMessage(batch);
  }

  /** Resolves when a batch is done, or the thread has failed. */
  next(): Promise<void> {
    return new Promise((resolve) => void this.#wake.push(resolve));
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }

  #wakeAll(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}

/** The approximate size of a piece of work in characters; at least one, since even work without text must be waited for. */
function sizeOf(work: Work): number {
  if (work.type === "page") return work.json.length;
  return work.type === "feeds" ? work.feed.items.length * 1000 + 1 : work.redirects.length * 100 + 1;
}
