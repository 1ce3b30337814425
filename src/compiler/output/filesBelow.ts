import { readdirSync } from "node:fs";
import { join } from "node:path";

/** All files below a folder, relative to it, with "/". Links count as files. */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const add = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) add(`${path}/`);
      else files.push(path);
    }
  };
  add("");
  return files;
}
