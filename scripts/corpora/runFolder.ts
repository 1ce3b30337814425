import type { Folder } from "./folders.ts";
import type { Reader } from "./reader.ts";
import type { Reading } from "./reading.ts";

/** A row of the table, and what went wrong. */
export type Result = Omit<Reading, "errors" | "path" | "crash"> & { name: string; inputs: number; crashes: number; faults: string[] };

/** Imports all inputs of a folder, and checks each reading. */
export async function runFolder({ name, inputs, fault, limit }: Folder, root: string, reader: Reader): Promise<Result> {
  const result: Result = { name, inputs: 0, items: 0, published: 0, skipped: 0, problems: 0, crashes: 0, seconds: 0, faults: [] };
  for (const path of inputs(root)) {
    const reading = await reader.read(path, limit);
    result.inputs += 1;
    for (const key of ["items", "published", "skipped", "problems", "seconds"] as const) result[key] += reading[key];
    if (reading.crash !== undefined) {
      result.crashes += 1;
      result.faults.push(`${path}: ${reading.crash}`);
      continue;
    }
    const wrong = addsUp(reading) ?? fault?.(reading, root);
    if (wrong !== undefined) result.faults.push(`${path}: ${wrong}`);
  }
  return result;
}

const addsUp = ({ items, published, skipped }: Reading): string | undefined =>
  items === published + skipped ? undefined : `${items} items came in, ${published} were published and ${skipped} skipped.`;
