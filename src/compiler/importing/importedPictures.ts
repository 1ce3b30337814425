import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { decoded } from "#content/decoded.ts";
import type { PictureResult } from "../body/bodyContext.ts";
import { measure } from "../draft/measure.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import { picturePath } from "./picturePath.ts";

/** A picture that is not on this machine: its address, and where its file belongs below `pictures/`. */
export type WantedPicture = { address: string; to: string };

export type PictureCopy = { from: string; to: string };

/** The pictures of an archive that is being imported. */
export type ImportedPictures = {
  /** @param base the address that a relative reference is resolved against; without one, it is a path in the archive */
  find: (reference: string, base?: string) => PictureResult;
  /** The files to copy from this machine to `pictures/`, in the order of their paths. */
  copies: () => Iterable<PictureCopy>;
  /** The pictures to download, in the order of their paths. */
  wanted: () => Iterable<WantedPicture>;
  missing: () => number;
  /** How many different pictures can be shown. */
  shown: () => number;
};

/**
 * Finds the pictures of an archive on this machine.
 * @param folders where to look for originals: the folder of the archive and those of its uploads
 * @param failed why pictures could not be downloaded, by path below `pictures/`; completes a sentence whose subject is the picture
 * @param content the content folder, which may already have pictures from an earlier import
 */
export function importedPictures({ content, folders, failed, tables }: Whereabouts): ImportedPictures {
  const known = tables.table("pictures");
  const copies = tables.table("copies");
  const wanted = tables.table("wanted");
  const count = { shown: 0, missing: 0 };

  const look = (address: string): PictureResult => {
    const to = picturePath(address);
    const there = findLocalPicture(to, [join(content, "pictures")]);
    const remote = /^https?:/iu.test(address);
    const from = there ?? findLocalPicture(pathOf(address), folders);
    if (from === undefined) {
      if (!wanted.has(to)) {
        count.missing += 1;
        if (remote) wanted.set(to, address);
      }
      return { reason: failed.get(to) ?? (remote ? NOT_AT_HAND : "is not there") };
    }
    const measured = measure(readFileSync(from));
    if ("reason" in measured) return measured;
    if (there === undefined) copies.set(to, from);
    return { picture: { url: `/pictures/${to}`, width: measured.width, height: measured.height, sources: [] } };
  };

  const lookOnce = (address: string): PictureResult => {
    const before = known.get(address);
    if (before !== undefined) return parsed(before);
    const result = look(address);
    known.set(address, JSON.stringify(result));
    if ("picture" in result) count.shown += 1;
    return result;
  };

  return {
    find: (reference, base) => {
      const address = resolved(reference.trim(), base);
      return address === undefined ? { reason: "is not a file" } : lookOnce(address);
    },
    *copies() {
      for (const [to, from] of copies.entries()) yield { from, to };
    },
    *wanted() {
      for (const [to, address] of wanted.entries()) yield { address, to };
    },
    missing: () => count.missing,
    shown: () => count.shown,
  };
}

type Whereabouts = { content: string; folders: string[]; failed: Map<string, string>; tables: DiskTables };

function parsed(json: string): PictureResult {
  const result: PictureResult = JSON.parse(json);
  return result;
}

const NOT_AT_HAND = "is not available (--download-images fetches it, --uploads names a folder with it)";

/** A full address, or a path in the archive. The fragment is dropped, since it does not change the picture. */
function resolved(reference: string, base: string | undefined): string | undefined {
  const own = (reference.startsWith("//") ? `https:${reference}` : reference).replace(/#.*$/su, "");
  if (URL.canParse(own, base)) {
    const url = new URL(own, base);
    return /^https?:$/u.test(url.protocol) ? url.href : undefined;
  }
  return own === "" || /^[a-z][a-z0-9+.-]*:/iu.test(own) ? undefined : own;
}

function pathOf(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address.replace(/\?.*$/su, "");
  return decoded(path);
}

/**
 * Finds a picture of an archive in one of the folders, by the longest part of the end
 * of its path that exists there. "…/wp-content/uploads/2014/03/x.jpg" is found as
 * uploads/2014/03/x.jpg, as 2014/03/x.jpg and as 03/x.jpg; by its bare name only if
 * the path is nothing else, since names repeat from month to month.
 */
function findLocalPicture(path: string, folders: string[]): string | undefined {
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  const shortest = Math.min(2, parts.length);
  for (const folder of folders) {
    for (let from = Math.max(0, parts.length - DEEPEST); from <= parts.length - shortest; from += 1) {
      const file = join(folder, ...parts.slice(from));
      if (isFileInside(file, folder)) return file;
    }
  }
  return undefined;
}

/** In parts of a path: no site has deeper folders of pictures. */
const DEEPEST = 40;

/** Whether a file exists inside the folder, even after symbolic links are resolved. */
function isFileInside(file: string, folder: string): boolean {
  if (file.includes("\0")) return false;
  try {
    // Most candidates do not exist, and throwing an error for each costs more than the check.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const way = relative(realpathSync(folder), realpathSync(file));
    return way !== ".." && !way.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}
