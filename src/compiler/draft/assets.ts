import { createHash } from "node:crypto";
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { globSync } from "tinyglobby";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { decoded } from "#content/decoded.ts";
import { slug } from "#content/slug.ts";
import { nearestAmong } from "../text/nearestName.ts";

/** The path of a file that a story names; or a `reason` that completes a sentence whose subject is the file. */
export type Asset = { path: string } | Unusable;

/** Why a file cannot be used, as the end of a sentence about it ("is not there"), and the most similar name. */
export type Unusable = { reason: string; nearest?: string | undefined };

/** Finds the files that stories show: pictures, recordings, and what belongs to them. */
export type Assets = {
  /**
   * @param reference as written in the article: relative to its file, to the content folder or to a folder of assets
   * @param file the article's file, relative to the content folder
   * @returns its real path; or why it was not found, and a file with a similar name
   */
  find: (reference: string, file: string) => Asset;
};

/**
 * Files are looked for in the content folder, in the asset folders of the
 * settings, and in the usual asset folders of site builders, there or up to two
 * levels above; nowhere else, whatever a reference or a symbolic link says.
 */
export function assets(contentFolder: string, settings: { assets: readonly string[] }): Assets {
  const roots = assetFolders(contentFolder, settings.assets);
  const there = new Map<string, string | undefined>();
  const nearest = nearestAsset(roots);
  const byName = assetsByName(roots[0] ?? contentFolder);
  const real = (path: string): string | undefined => {
    if (!there.has(path)) there.set(path, realInside(path, roots));
    return there.get(path);
  };
  return {
    find: (reference, file) => {
      if (/^(?:https?:)?\/\//iu.test(reference)) return { reason: "is on another site" };
      if (/^[a-z][a-z0-9+.-]*:/iu.test(reference)) return { reason: "is not a file" };
      const written = pathOf(reference);
      for (const candidate of candidates(written, file, roots)) {
        const path = real(candidate);
        if (path !== undefined) return { path };
      }
      const named = byName(written);
      if (named !== undefined) return { path: named };
      return { reason: "is not there", nearest: nearest(reference, file) };
    },
  };
}

/** Finds a file by its name alone, wherever it is, as Obsidian does; undefined if there are none or several. */
function assetsByName(folder: string): (reference: string) => string | undefined {
  let paths: Map<string, string | undefined> | undefined;
  return (name) => {
    if (name === "" || /[/\\]/u.test(name)) return undefined;
    if (paths === undefined) {
      paths = new Map();
      for (const path of globSync("**/*.*", { cwd: folder, ignore: ["**/node_modules/**"], followSymbolicLinks: false, absolute: true }))
        paths.set(basename(path), paths.has(basename(path)) ? undefined : path);
    }
    return paths.get(name);
  };
}

/** The part of a published file's name that makes its address change with its bytes: 8 hexadecimal digits. */
export const fileHash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex").slice(0, 8);

/**
 * The name of a published file, with the hash of its content: a changed file has a new address that no cache knows. The same
 * bytes under two names have two addresses until it is known which stories show them: a name used only in a draft is private.
 */
export function assetName(path: string, hash: string, fallback: string): string {
  const own = basename(path, extname(path));
  return `${slug(own.endsWith(`-${hash}`) ? own.slice(0, -hash.length - 1) : own) || fallback}-${hash}`;
}

const FOLDERS = ["assets", "public", "static"];

/** Other folders that addresses of pictures begin at where the content folder is a whole site. */
const OF_SITES = ["src", "src/assets", "source", "content", "website/static", "docs/public"];

/**
 * @param assets the folders that the settings name, relative to the content folder
 * @returns the folders to look in, as real paths, the content folder first
 */
export function assetFolders(contentFolder: string, assets: readonly string[]): string[] {
  const content = realpathSync(contentFolder);
  const around = [content, dirname(content), dirname(dirname(content))];
  const wanted = [
    content,
    ...assets.map((folder) => join(content, folder)),
    ...around.flatMap((above) => FOLDERS.map((name) => join(above, name))),
    ...OF_SITES.map((folder) => join(content, folder)),
  ];
  return [
    ...new Set(wanted.filter((folder) => existsSync(folder) && statSync(folder).isDirectory()).map((folder) => realpathSync(folder))),
  ];
}

/** A reference without query and fragment, percent-decoded where possible, with the aliases of bundlers for a root as "/". */
function pathOf(reference: string): string {
  return decoded(reference.trim().replace(/[?#].*$/u, "")).replace(/^(?:~@?\/?|@(?:site|src)?\/|@(?=(?:assets|images|public)\/))/u, "/");
}

/** The paths that a reference may mean, the most likely first. "/assets/x.jpg" is x.jpg in a folder of that name. */
function candidates(path: string, file: string, roots: string[]): string[] {
  const [content = "", ...others] = roots;
  const own = path.startsWith("/") ? [] : [join(content, dirname(file), path)];
  // An address may be relative to the page and not to the file, which has another depth.
  const plain = path.replace(/^(?:\.\.?\/)+/u, "");
  const ofPage = plain === path ? [] : [content, ...others].map((root) => join(root, plain));
  return [...own, join(content, path), ...others.flatMap((root) => [join(dirname(root), path), join(root, path)]), ...ofPage];
}

/** If more files than this are missing, they are not typing errors: the archive came without its pictures. */
const MOST_LOOKED_FOR = 100;

/** Finds a file with a similar name where a missing file was looked for, and returns it as a reference. Each folder is read once. */
function nearestAsset(roots: string[]): (reference: string, file: string) => string | undefined {
  const folders = new Map<string, (name: string) => string | undefined>();
  const nearestIn = (folder: string): ((name: string) => string | undefined) => {
    const known = folders.get(folder);
    if (known) return known;
    const isThere = !folder.includes("\0") && isInside(folder, roots) && existsSync(folder) && statSync(folder).isDirectory();
    const names = isThere ? readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory()) : [];
    const found = nearestAmong(names.map(({ name }) => name));
    folders.set(folder, found);
    return found;
  };
  let looked = 0;
  return (reference, file) => {
    looked += 1;
    if (looked > MOST_LOOKED_FOR) return undefined;
    const path = pathOf(reference);
    for (const folder of new Set(candidates(path, file, roots).map((each) => dirname(each)))) {
      const near = nearestIn(folder)(basename(path));
      if (near !== undefined && realInside(join(folder, near), roots) !== undefined)
        return path.slice(0, path.length - basename(path).length) + near;
    }
    return undefined;
  };
}

/** The real path of a file; undefined if it does not exist, is not a file, or is outside the roots. */
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
