import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import type { Image, Picture } from "#content/image.ts";
import { type Assets, assetName, assets, type Unusable } from "./assets.ts";
import { digitalSourceTypeIn } from "./digitalSourceType.ts";
import { measure } from "./measure.ts";

/**
 * A picture as found: its path `from` on this machine, and the `url` that drafts
 * use for it until its files are made. `hash` is the SHA-256 of its bytes.
 */
export type PictureFile = { from: string; url: string; hash: string; width: number; height: number };

/** A picture, and what its file says about how it came about. */
export type FoundPicture = Picture & Pick<Image, "digitalSourceType">;

export const isDrawing = ({ url }: PictureFile): boolean => url.endsWith(".svg");

/** Finds the pictures of an edition and records which have been found. */
export type Pictures = {
  /**
   * @param reference as written in the article: relative to its file, to the content folder or to a folder of assets
   * @param file the article's file, relative to the content folder
   * @returns the picture with its size; or a `reason` that completes a sentence whose subject is the picture, and a similar file name
   */
  find: (reference: string, file: string) => { picture: FoundPicture } | Unusable;
  /** Finds a text file in the same way, such as the data of a chart. `path` is relative to the content folder. */
  text?: (reference: string, file: string) => { text: string; path: string } | Unusable;
  /** Whether a file has been found as such a text. */
  isText?: (path: string) => boolean;
  /** Every picture that was found, once for each of its names, sorted by address. */
  files: () => PictureFile[];
};

/** Creates the picture finder of an edition. */
export function pictures(
  contentFolder: string,
  settings: { assets: readonly string[] },
  inEdition: Assets = assets(contentFolder, settings),
): Pictures {
  const known = new Map<string, Found>();
  const texts = new Set<string>();
  const byAddress = new Map<string, Extract<Found, { from: string }>>();

  const read = (path: string): Found => {
    const before = known.get(path);
    if (before) return before;
    const content = readFileSync(path);
    const hash = createHash("sha256").update(content).digest("hex");
    const measured = measure(content);
    const result =
      "reason" in measured
        ? measured
        : once({ picture: { ...named(path, hash.slice(0, 8), measured), ...stated(content) }, from: path, hash });
    known.set(path, result);
    return result;
  };

  const once = (found: Extract<Found, { from: string }>): Found => {
    const key = `${found.hash} ${found.picture.url}`;
    const before = byAddress.get(key) ?? found;
    byAddress.set(key, before);
    return before;
  };

  return {
    find: (reference, file) => {
      const asset = inEdition.find(reference, file);
      return "reason" in asset ? asset : read(asset.path);
    },
    text: (reference, file) => {
      const asset = inEdition.find(reference, file);
      if ("reason" in asset) return asset;
      texts.add(asset.path);
      return { text: readFileSync(asset.path, "utf8"), path: relative(realpathSync(contentFolder), asset.path).replaceAll(sep, "/") };
    },
    isText: (path) => texts.has(realpathSync(path)),
    files: () =>
      [...byAddress.values()]
        .map(({ picture: { url, width, height }, from, hash }) => ({ from, url, hash, width, height }))
        .toSorted((a, b) => (a.url < b.url ? -1 : 1)),
  };
}

type Found = { picture: FoundPicture; from: string; hash: string } | { reason: string };

function stated(content: Buffer): Pick<Image, "digitalSourceType"> {
  const digitalSourceType = digitalSourceTypeIn(content);
  return digitalSourceType ? { digitalSourceType } : {};
}

function named(path: string, hash: string, { type, width, height }: { type: string; width: number; height: number }): Picture {
  return { url: `/pictures/${assetName(path, hash, "picture")}.${type}`, width, height, sources: [] };
}
