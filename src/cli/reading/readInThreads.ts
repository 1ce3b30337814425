import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FileReaderOptions, FileReading, FileToRead, FileReaders } from "#compiler/reading/readFile.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";
import type { ReadAnswer } from "./readWorker.ts";

/**
 * Reads files of an archive in other threads, so that all cores have work before
 * pages can be rendered. Each batch goes to the next thread in turn, so that the
 * result does not depend on which thread was quicker.
 * @param most the highest number of threads
 */
export function readInThreads(most: number): (options: FileReaderOptions) => FileReaders {
  return (options) => {
    const threads: Thread[] = [];
    let batches = 0;
    return {
      atOnce: most,
      read: (files) => {
        const thread = (threads[batches % most] ??= new Thread(options));
        batches += 1;
        return thread.read(files);
      },
      close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
    };
  };
}

type Waiting = { resolve: (readings: FileReading[]) => void; reject: (error: unknown) => void };

class Thread {
  readonly #worker = new Worker(join(packageFolder(), "build", "node", "readWorker.js"));
  #waiting: Waiting[] = [];
  #failure: Error | undefined;

  constructor(options: FileReaderOptions) {
    this.#worker.postMessage(options);
    this.#worker.on("message", (answer: ReadAnswer) => {
      const asked = this.#waiting.shift();
      if ("error" in answer) asked?.reject(new Error(answer.error));
      else asked?.resolve(answer.readings);
    });
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("A thread that reads files has ended.")));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting = [];
  }

  read(files: FileToRead[]): Promise<FileReading[]> {
    return new Promise((resolve, reject) => {
      if (this.#failure === undefined) this.#waiting.push({ resolve, reject });
      else reject(this.#failure);
      this.#worker.postMessage(files);
    });
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }
}
