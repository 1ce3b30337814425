import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** How many levels up a site's settings may be: the folder may be one language of one section of its content. */
const HIGHEST = 5;

/**
 * The settings of the site that a folder belongs to: those in the nearest folder
 * above it that has any, up to the root of the repository.
 * @returns their paths relative to the folder, with "/", and in `within` the path from the site's folder to it
 */
export function settingsAbove(folder: string): { files: string[]; within: string } {
  let above = resolve(folder);
  for (let level = 0; level < HIGHEST && !existsSync(join(above, ".git")); level += 1) {
    const outer = dirname(above);
    if (outer === above) break;
    above = outer;
    const within = `${slashed(relative(above, resolve(folder)))}/`;
    const names = ["", "config/_default/", "config/production/"].flatMap((below) => namesIn(above, below));
    const files = names.filter((name) => ALWAYS.test(name) || (within.startsWith("content/") && OF_HUGO.test(name)));
    if (files.length > 0) return { files: files.map((name) => slashed(relative(resolve(folder), join(above, name)))), within };
  }
  return { files: [], within: "" };
}

/** Names that only Jekyll, Hexo, Hugo or Pelican uses. */
const ALWAYS = /^(?:pelicanconf\.py|(?:_config(?:\.\w+)*|hugo|config\/(?:_default|production)\/(?:hugo|cascade))\.(?:ya?ml|toml|json))$/iu;

/** Many other programs use such names too. */
const OF_HUGO = /^(?:config\/(?:_default|production)\/)?config\.(?:ya?ml|toml|json)$/iu;

function namesIn(folder: string, below: string): string[] {
  try {
    return readdirSync(join(folder, below)).map((name) => below + name);
  } catch {
    // It does not exist or may not be read.
    return [];
  }
}

const slashed = (path: string): string => path.split(sep).join("/");
