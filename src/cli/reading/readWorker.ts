import { parentPort } from "node:worker_threads";
import { fileReader, type FileReaderOptions, type FileReading, type FileToRead } from "#compiler/reading/readFile.ts";
import { errorText } from "#compiler/text/errorMessage.ts";

/** A thread's answer to a batch of files. */
export type ReadAnswer = { readings: FileReading[] } | { error: string };

// A thread that reads files of an archive, one batch after another. The first message has its options.

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
      // The bodies are transferred: copying them would take time from the other thread.
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
