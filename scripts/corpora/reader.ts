import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyReading, type Reading } from "./reading.ts";

/** Imports files of a folder without writing anything. */
export type Reader = {
  /** @param limit seconds after which the reading counts as hanging */
  read: (path: string, limit?: number) => Promise<Reading>;
  close: () => void;
};

const PROCESS = fileURLToPath(new URL("readingProcess.ts", import.meta.url));

/** Reads in a separate process, since a hanging reading cannot be stopped from within: the process is killed and started again. */
export function openReader(folder: string): Reader {
  const content = mkdtempSync(join(tmpdir(), "broadsheet-corpora-"));
  let child: ChildProcess | undefined;
  return {
    read: async (path, limit = 5) => {
      child ??= await started(folder, content);
      const reading = await answered(child, path, limit);
      if (reading.crash === undefined) return reading;
      child.kill("SIGKILL");
      child = undefined;
      return reading;
    },
    close: () => {
      child?.kill("SIGKILL");
      rmSync(content, { recursive: true, force: true });
    },
  };
}

async function started(folder: string, content: string): Promise<ChildProcess> {
  const child = fork(PROCESS, [folder, content], { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return child;
}

function answered(child: ChildProcess, path: string, limit: number): Promise<Reading> {
  return new Promise((done) => {
    const end = (reading: Reading) => {
      clearTimeout(timer);
      child.removeAllListeners();
      done(reading);
    };
    const timer = setTimeout(() => end({ ...emptyReading(path, limit), crash: `It had no end after ${limit} seconds.` }), limit * 1000);
    child.once("message", (reading: Reading) => end(reading));
    child.once("exit", (code) => end({ ...emptyReading(path, 0), crash: `The process ended with code ${code}.` }));
    child.send(path);
  });
}
