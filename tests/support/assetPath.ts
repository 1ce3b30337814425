import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** The path of a file of the app, whose name contains a hash. */
export function assetPath(name: RegExp): string {
  const found = readdirSync(join(inject("sampleSite"), "assets")).filter((file) => name.test(file));
  if (found.length !== 1) throw new Error(`${found.length} files of the app are called ${name}.`);
  return `/assets/${found[0]}`;
}
