import { join } from "node:path";
import type { Problem } from "../../src/compiler/draft/problem.ts";
import { importArchive } from "../../src/compiler/importing/importArchive.ts";
import { emptyReading, type Reading } from "./reading.ts";

/** A process that reads the paths sent to it, one after another, and can be killed if a reading hangs. */
const [folder = "", content = ""] = process.argv.slice(2);

process.on("message", (path: string) => void read(path).then((reading) => process.send?.(reading)));
process.send?.("ready");

async function read(path: string): Promise<Reading> {
  const start = performance.now();
  const took = () => (performance.now() - start) / 1000;
  try {
    let [problems, items]: [number, number] = [0, 0];
    let firstError: string | undefined;
    const imported = await importArchive({
      input: join(folder, path),
      content,
      dry: true,
      onItem: (item) => {
        items += 1;
        problems += item.changes.length;
        firstError ??= item.changes.find(({ severity }) => severity === "error")?.message;
      },
    });
    // That little or nothing was imported is reported about the whole, and is not an error in the file.
    const ofWhole = (problem: Problem) => problem.file === "." && problem.severity === "error";
    const inFile = imported.problems.filter((problem) => !ofWhole(problem));
    problems += inFile.length;
    firstError ??= inFile.find(({ severity }) => severity === "error")?.message;
    const { counts } = imported;
    const errors = imported.errors - imported.problems.filter(ofWhole).length;
    if (!counts)
      return {
        ...emptyReading(path, took()),
        problems: problems + 1,
        errors: errors + 1,
        firstError: firstError ?? "It is of no known format.",
      };
    return { path, items, published: counts.published, skipped: counts.skipped, problems, errors, firstError, seconds: took() };
  } catch (error) {
    return { ...emptyReading(path, took()), crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
