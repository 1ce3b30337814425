import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { prepareCache } from "../../state/prepareCache.ts";
import { readStateFile } from "../../state/stateFile.ts";
import { type Entry, EntrySchema, type Making } from "./entry.ts";

/** The pictures made by earlier builds. Each key has a folder with the files and an entry.json. */
export type PictureCache = {
  /** Undefined if the picture has to be made. */
  find: (key: string) => Entry | undefined;
  keep: (key: string, making: Making) => void;
  /** The path of a file of an entry. */
  path: (key: string, file: string) => string;
  /** Removes the cache if it is a temporary one. */
  close: () => void;
};

const ENTRY = "entry.json";

/**
 * Opens the cache. Its folder may be deleted at any time; everything is then made again. Two builds
 * at once do not disturb each other, since an entry appears whole or not at all.
 * @param folder if it cannot be written to, as on a read-only disk, the cache lasts only as long as the build
 */
export function pictureCache(folder: string): PictureCache {
  const [root, isLasting] = prepareCache(folder) ? [folder, true] : [mkdtempSync(join(tmpdir(), "broadsheet-pictures-")), false];
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
        // Another build was quicker, and has made the same entry.
        rmSync(fresh, { recursive: true, force: true });
      }
    },
    close: () => {
      if (!isLasting) rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The names of an entry's files, each once. */
export const filesOf = ({ plain, sources, card }: Entry): string[] => [
  ...new Set([plain, ...sources, ...(card ? [card] : [])].map(({ file }) => file)),
];
