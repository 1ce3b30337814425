import { parentPort } from "node:worker_threads";
import { fileReader, type FileReaderOptions } from "#compiler/fileReader.ts";
import { errorText } from "#compiler/draft/errorMessage.ts";
import type { FileReading, FileToRead } from "#compiler/sources/readFile.ts";

/** What a thread says of a batch of files. */
export type ReadAnswer = { readings: FileReading[] } | { error: string };

// A thread that reads files of an archive, one batch after another. It is told first of which paper.

parentPort?.once("message", (options: FileReaderOptions) => {
  const read = fileReader(options);
  let last = Promise.resolve();
  parentPort?.on("message", (files: FileToRead[]) => {
    last = last.then(() => answerTo(files));
  });

  async function answerTo(files: FileToRead[]): Promise<void> {
    try {
      const readings: FileReading[] = [];
      for (const file of files) readings.push(await read(file));
      // The bodies are handed over: to copy them would cost the other thread its time.
      answer(
        { readings },
        readings.flatMap(({ drafts }) => drafts.map(({ body }) => body.buffer)),
      );
    } catch (error) {
      answer({ error: errorText(error) });
    }
  }
});

const answer = (message: ReadAnswer, handedOver: ArrayBuffer[] = []): void => parentPort?.postMessage(message, handedOver);
