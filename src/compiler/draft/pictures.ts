import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { decoded } from "#content/decoded.ts";
import type { Picture } from "#content/image.ts";
import { slug } from "#content/slug.ts";
import type { Settings } from "../settings.ts";
import { measure } from "./measure.ts";
import { nearestName } from "./nearestName.ts";

/**
 * A picture as it was found: `from` on this machine, and the `url` by which
 * drafts name it until its files are made. `hash` is the SHA-256 of its bytes.
 */
export type PictureFile = { from: string; url: string; hash: string; width: number; height: number };

export const isDrawing = ({ url }: PictureFile): boolean => url.endsWith(".svg");

/** Finds the pictures of an edition and remembers which of them are shown. */
export type Pictures = {
  /**
   * @param reference as written in the article: relative to its file, to the content folder or to a folder of assets
   * @param file the article's file, relative to the content folder
   * @returns the picture, measured; or why there is none, as the end of a sentence whose subject is the picture, and one of nearly the same name
   */
  find: (reference: string, file: string) => { picture: Picture } | { reason: string; nearest?: string | undefined };
  /** Every picture that was found, once for each name that it has, in the order of their addresses. */
  files: () => PictureFile[];
};

/**
 * Pictures are looked for in the content folder, in the settings' folders of
 * assets and in any folder that site builders keep them in, there or up to two
 * levels above; nowhere else, whatever a reference or a symbolic link says.
 */
export function pictures(contentFolder: string, settings: Pick<Settings, "assets">): Pictures {
  const roots = rootsOf(contentFolder, settings.assets);
  const known = new Map<string, Found>();
  const byAddress = new Map<string, Extract<Found, { from: string }>>();

  const read = (path: string): Found => {
    const before = known.get(path);
    if (before) return before;
    const content = readFileSync(path);
    const hash = createHash("sha256").update(content).digest("hex");
    const measured = measure(content);
    const result = "reason" in measured ? measured : once({ picture: named(path, hash.slice(0, 8), measured), from: path, hash });
    known.set(path, result);
    return result;
  };

  const once = (found: Extract<Found, { from: string }>): Found => {
    const key = `${found.hash} ${found.picture.url}`;
    const before = byAddress.get(key) ?? found;
    byAddress.set(key, before);
    return before;
  };

  const there = new Map<string, string | undefined>();
  const real = (path: string): string | undefined => {
    if (!there.has(path)) there.set(path, realInside(path, roots));
    return there.get(path);
  };

  return {
    find: (reference, file) => {
      if (/^(?:https?:)?\/\//iu.test(reference)) return { reason: "is on another site" };
      if (/^[a-z][a-z0-9+.-]*:/iu.test(reference)) return { reason: "is not a file" };
      for (const each of candidates(pathOf(reference), file, roots)) {
        const path = real(each);
        if (path !== undefined) return read(path);
      }
      return { reason: "is not there", nearest: nearestPicture(reference, file, roots) };
    },
    files: () =>
      [...byAddress.values()]
        .map(({ picture: { url, width, height }, from, hash }) => ({ from, url, hash, width, height }))
        .toSorted((a, b) => (a.url < b.url ? -1 : 1)),
  };
}

type Found = { picture: Picture; from: string; hash: string } | { reason: string };

const FOLDERS = ["assets", "public", "static"];

/** The content folder first, as real paths. */
function rootsOf(contentFolder: string, assets: string[]): string[] {
  const content = realpathSync(contentFolder);
  const around = [content, dirname(content), dirname(dirname(content))];
  const wanted = [
    content,
    ...assets.map((folder) => join(content, folder)),
    ...around.flatMap((above) => FOLDERS.map((name) => join(above, name))),
  ];
  return [
    ...new Set(wanted.filter((folder) => existsSync(folder) && statSync(folder).isDirectory()).map((folder) => realpathSync(folder))),
  ];
}

/** A reference without query and fragment, decoded where it can be. */
function pathOf(reference: string): string {
  return decoded(reference.trim().replace(/[?#].*$/u, ""));
}

/** Where a reference may mean, the most likely first. "/assets/x.jpg" means x.jpg in a folder of that name. */
function candidates(path: string, file: string, roots: string[]): string[] {
  const [content = "", ...assets] = roots;
  const own = path.startsWith("/") ? [] : [join(content, dirname(file), path)];
  return [...own, join(content, path), ...assets.flatMap((root) => [join(dirname(root), path), join(root, path)])];
}

/** A picture with nearly the same name, where this one would be looked for, as it would be written. */
function nearestPicture(reference: string, file: string, roots: string[]): string | undefined {
  const path = pathOf(reference);
  for (const each of candidates(path, file, roots)) {
    const folder = dirname(each);
    if (each.includes("\0") || !isInside(folder, roots) || !existsSync(folder)) continue;
    const names = readdirSync(folder).filter((name) => realInside(join(folder, name), roots) !== undefined);
    const near = nearestName(basename(path), names);
    if (near !== undefined) return path.slice(0, path.length - basename(path).length) + near;
  }
  return undefined;
}

/** The real path of a file that is there; undefined for what is none, or lies outside. */
function realInside(path: string, roots: string[]): string | undefined {
  if (path.includes("\0") || !existsSync(path) || !statSync(path).isFile()) return undefined;
  const real = realpathSync(path);
  return isInside(real, roots) && !roots.includes(real) ? real : undefined;
}

function isInside(path: string, roots: string[]): boolean {
  return roots.some((root) => {
    const below = relative(root, path);
    return below !== ".." && !below.startsWith(`..${sep}`);
  });
}

/**
 * The content's hash in the name: a changed picture has a new address that no cache knows. The same bytes under two
 * names have two addresses until it is known who shows them: the name that only a draft gives is nobody's business.
 */
function named(path: string, hash: string, { type, width, height }: { type: string; width: number; height: number }): Picture {
  const own = basename(path, extname(path));
  const name = slug(own.endsWith(`-${hash}`) ? own.slice(0, -hash.length - 1) : own) || "picture";
  return { url: `/pictures/${name}-${hash}.${type}`, width, height, sources: [] };
}
