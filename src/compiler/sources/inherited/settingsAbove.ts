import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** How many folders up a site's settings may be: the folder may be one language of one section of its content. */
const HIGHEST = 5;

/**
 * The settings of the site builder to whose site a folder belongs: those in the
 * nearest folder above that has any, up to that of the repository.
 * @returns their paths from the folder, with "/", and what leads to it from where they count
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

/** Names that nothing but Jekyll, Hexo or Hugo uses. */
const ALWAYS = /^(?:_config(?:\.\w+)*|hugo|config\/(?:_default|production)\/(?:hugo|cascade))\.(?:ya?ml|toml|json)$/iu;

/** Many programs have a file of such a name. */
const OF_HUGO = /^(?:config\/(?:_default|production)\/)?config\.(?:ya?ml|toml|json)$/iu;

function namesIn(folder: string, below: string): string[] {
  try {
    return readdirSync(join(folder, below)).map((name) => below + name);
  } catch {
    // Not there, or not for us.
    return [];
  }
}

const slashed = (path: string): string => path.split(sep).join("/");
