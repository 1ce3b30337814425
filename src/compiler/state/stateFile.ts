import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as v from "valibot";

/** What a build left in a file, or undefined where there is none, or none that can be read: then what it told is made anew. */
export function readStateFile<T>(path: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const state = v.safeParse(schema, JSON.parse(readFileSync(path, "utf8")));
    return state.success ? state.output : undefined;
  } catch {
    return undefined;
  }
}

/** A build that is stopped must not leave half a file, nor change one that is linked from elsewhere. */
export function writeStateFile(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
