import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processorTime } from "../../tests/support/attack.ts";
import { emptyReading, type Reading } from "./reading.ts";

/** Imports files of a folder without writing anything. */
export type Reader = {
  /** @param limit seconds of the processor after which the reading counts as hanging */
  read: (path: string, limit?: number) => Promise<Reading>;
  close: () => void;
};

/** How often the time that a reading has taken is looked at, in milliseconds. */
const LOOK_MS = 250;

/** After how many times its limit a reading that takes no time of the processor counts as hanging. */
const WAITS = 60;

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
      clearInterval(timer);
      child.removeAllListeners();
      done(reading);
    };
    const crashed = (crash: string) => end({ ...emptyReading(path, limit), crash });
    const isOver = stopwatch(child.pid, limit);
    const timer = setInterval(() => isOver() && crashed(`It had no end after ${limit} seconds of the processor.`), LOOK_MS);
    child.once("message", (reading: Reading) => end(reading));
    child.once("exit", (code) => crashed(`The process ended with code ${code}.`));
    child.send(path);
  });
}

/** Tells when a process has taken its time. On a busy machine it may long wait for its turn, and only Linux says for how long. */
function stopwatch(pid: number | undefined, limit: number): () => boolean {
  const taken = () => (process.platform === "linux" && pid !== undefined ? processorTime(pid) : undefined);
  const [began, start] = [taken() ?? 0, performance.now()];
  return () => {
    const waited = performance.now() - start;
    return (taken() ?? waited) - began > limit * 1000 || waited > limit * 1000 * WAITS;
  };
}
