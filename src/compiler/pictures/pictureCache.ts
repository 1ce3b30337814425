import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readStateFile } from "../state/stateFile.ts";
import { type Entry, EntrySchema, type Making } from "./entry.ts";

/** What was made of pictures before, by the key of each: a folder with its files and an entry.json. */
export type PictureCache = {
  /** undefined when it has to be made. */
  find: (key: string) => Entry | undefined;
  keep: (key: string, making: Making) => void;
  /** Where a file of an entry lies. */
  path: (key: string, file: string) => string;
  /** Removes what is of no use after the build. Nothing, unless the cache could not be where it should. */
  close: () => void;
};

const ENTRY = "entry.json";

/**
 * A folder may be deleted at any time; then everything is made anew. Two builds
 * at once do not harm each other, since an entry appears whole or not at all.
 * @param folder where there can be none, such as on a disk for reading alone, the cache lasts as long as the build
 */
export function pictureCache(folder: string): PictureCache {
  const [root, isLasting] = prepared(folder) ? [folder, true] : [mkdtempSync(join(tmpdir(), "broadsheet-pictures-")), false];
  const folderOf = (key: string) => join(root, "pictures", key.slice(0, 2), key);
  const path = (key: string, file: string) => join(folderOf(key), file);
  return {
    path,
    find: (key) => {
      const entry = readStateFile(path(key, ENTRY), EntrySchema);
      return entry && filesOf(entry).every((file) => existsSync(path(key, file))) ? entry : undefined;
    },
    keep: (key, { entry, bytes }) => {
      const fresh = join(root, "pictures", `.new-${randomUUID()}`);
      mkdirSync(fresh, { recursive: true });
      for (const [file, content] of bytes) writeFileSync(join(fresh, file), content);
      writeFileSync(join(fresh, ENTRY), JSON.stringify(entry));
      mkdirSync(dirname(folderOf(key)), { recursive: true });
      rmSync(folderOf(key), { recursive: true, force: true });
      try {
        renameSync(fresh, folderOf(key));
      } catch {
        // Another build was quicker, and has made the same.
        rmSync(fresh, { recursive: true, force: true });
      }
    },
    close: () => {
      if (!isLasting) rmSync(root, { recursive: true, force: true });
    },
  };
}

export const filesOf = ({ plain, sources, card }: Entry): string[] => [
  ...new Set([plain, ...sources, ...(card ? [card] : [])].map(({ file }) => file)),
];

/** The folder keeps itself out of Git, wherever it comes to lie. */
function prepared(folder: string): boolean {
  try {
    mkdirSync(join(folder, "pictures"), { recursive: true });
    if (!existsSync(join(folder, ".gitignore"))) writeFileSync(join(folder, ".gitignore"), "*\n");
    return true;
  } catch {
    return false;
  }
}
