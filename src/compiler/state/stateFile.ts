import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as v from "valibot";

/** Reads what a build left in a file; undefined if there is none, or none that can be read: everything in it is then made again. */
export function readStateFile<T>(path: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const state = v.safeParse(schema, JSON.parse(readFileSync(path, "utf8")));
    return state.success ? state.output : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file by renaming, so that an interrupted build leaves no half-written one, and hard links to the old file stay unchanged. */
export function writeStateFile(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
