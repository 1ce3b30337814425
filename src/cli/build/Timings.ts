import { writeFileSync } from "node:fs";
import { inColour } from "../terminal/inColour.ts";

/** What one step of a build took: its time, and the memory of the process at its end, threads included, in millions of bytes. */
type Step = { name: string; seconds: number; megabytes: number };

/** The time and memory of the steps of a build, for whoever wants to know what a large paper costs. */
export class Timings {
  readonly #steps = new Map<string, Step>();
  #since = performance.now();

  /** Ends a step, which began where the one before it ended. Parts of a step with the same name are added up. */
  end(name: string): void {
    const now = performance.now();
    const seconds = (this.#steps.get(name)?.seconds ?? 0) + (now - this.#since) / 1000;
    this.#steps.set(name, { name, seconds, megabytes: megabytes(process.memoryUsage.rss()) });
    this.#since = now;
  }

  /** Prints a line for each step and one for all of them, with the most memory that the process has had. Writes them to `file` as JSON, if there is one. */
  print(file?: string): void {
    const steps = [...this.#steps.values()].map((step) => ({ ...step, seconds: toMilliseconds(step.seconds) }));
    const total = {
      name: "All",
      seconds: toMilliseconds(steps.reduce((sum, { seconds }) => sum + seconds, 0)),
      megabytes: megabytes(process.resourceUsage().maxRSS * 1024),
    };
    const width = Math.max(...[...steps, total].map(({ name }) => name.length));
    const line = ({ name, seconds, megabytes }: Step): string =>
      `${name.padEnd(width)} ${seconds.toFixed(2).padStart(8)} s ${String(megabytes).padStart(6)} MB`;
    for (const step of steps) console.error(line(step));
    console.error(inColour("bold", line(total)));
    if (file === undefined) return;
    const { seconds, megabytes: mostMegabytes } = total;
    writeFileSync(file, `${JSON.stringify({ seconds, mostMegabytes, steps }, null, 2)}\n`);
  }
}

/** Seconds, rounded to milliseconds. */
const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
