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

/** The pictures of an archive that moves in. */
export type ImportedPictures = {
  /** @param base the address that a relative reference counts from; without one it is a path in the archive */
  find: (reference: string, base?: string) => PictureResult;
  /** Files at hand that were found: from here to below `pictures/`, in the order of their paths. */
  copies: () => Iterable<PictureCopy>;
  /** In the order of their paths. */
  wanted: () => Iterable<WantedPicture>;
  missing: () => number;
  /** How many pictures, each once, can be shown. */
  shown: () => number;
};

/**
 * @param folders in which originals are looked for: that of the archive, and that of its uploads
 * @param failed why a picture could not be fetched, by its path below `pictures/`: the end of a sentence whose subject is the picture
 * @param content the content folder, where pictures of an earlier import lie already
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
      if (remote && !wanted.has(to)) {
        wanted.set(to, address);
        count.missing += 1;
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

/** A full address, or a path in the archive. A fragment names no other picture. */
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
 * A picture of an archive on this machine: below one of the folders, by as much
 * of the end of its path as there is. "…/wp-content/uploads/2014/03/x.jpg" is
 * found as uploads/2014/03/x.jpg, as 2014/03/x.jpg and as 03/x.jpg; by its bare
 * name only where it has no other, since names repeat from month to month.
 */
function findLocalPicture(path: string, folders: string[]): string | undefined {
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  const shortest = Math.min(2, parts.length);
  for (const folder of folders) {
    for (let from = 0; from <= parts.length - shortest; from += 1) {
      const file = join(folder, ...parts.slice(from));
      if (isFileInside(file, folder)) return file;
    }
  }
  return undefined;
}

/** Nothing outside the folder, whatever a link on the disk says. */
function isFileInside(file: string, folder: string): boolean {
  if (file.includes("\0")) return false;
  try {
    // Most are not there, and an error for each costs more than the look.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const way = relative(realpathSync(folder), realpathSync(file));
    return way !== ".." && !way.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}
