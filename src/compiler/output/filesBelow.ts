import { readdirSync } from "node:fs";
import { join } from "node:path";

/** All files below a folder, relative to it, with "/". Links count as files. */
export function* filesBelow(folder: string, below = ""): Generator<string> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path);
    else yield path;
  }
}
