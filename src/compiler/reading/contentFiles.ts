import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { REDIRECTS } from "../settings/redirectsFile.ts";
import { isOfSettings } from "../settings/settingsFile.ts";
import { extensionOf } from "../text/fileName.ts";
import { WITHDRAWN } from "./readWithdrawn.ts";

/**
 * Paths in a content folder: files that may hold articles, other files, symbolic links, and files that are not articles but may
 * say something about them.
 */
export type ContentFiles = { articles: string[]; others: string[]; links: string[]; apart: string[] };

/**
 * Lists a content folder. What belongs to tools or to the edition is in no list: names that begin with a dot,
 * `node_modules`, `theme`, `slots`, the public record, the catalogues, and the code of blocks, sources and steps. Files about the
 * folder itself are in `apart`: settings, README and the like, and files (not folders, such as Jekyll's _posts) that begin with "_".
 * @param extensions of the files that may hold articles
 * @param named files that the settings use for something else, which are in no list either
 */
export async function contentFiles(
  folder: string,
  extensions: ReadonlySet<string>,
  named: ReadonlySet<string> = new Set(),
): Promise<ContentFiles> {
  const files: ContentFiles = { articles: [], others: [], links: [], apart: [] };
  const waiting = [""];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = posix.join(below, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules" || named.has(path)) continue;
      if (OF_THE_EDITION.test(path) || (OF_EXTENSIONS.test(path) && !entry.isDirectory())) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) {
        if (!isApart(path, entry.name)) files.links.push(path);
      }
      // To read from a pipe may take for ever.
      else if (!entry.isFile()) continue;
      else if (isApart(path, entry.name)) files.apart.push(path);
      else if (extensions.has(extensionOf(path)) && !IN_PICTURES.test(path)) files.articles.push(path);
      else files.others.push(path);
    }
  }
  return { articles: files.articles.toSorted(), others: files.others.toSorted(), links: files.links.toSorted(), apart: files.apart };
}

/** The paper's theme, slots and public record at the top level, which hold no stories, and its catalogues. */
const OF_THE_EDITION = /^(?:theme|slots|record\/(?:stories|index\.json|withdrawn\.json)|words\/[^/]+\.json)$/u;

/** The paper's own code. Other files in these folders may be stories. */
const OF_EXTENSIONS = /^(?:blocks(?:\/[^/]+)?|sources|refine)\/[^/]+\.[jt]sx?$/u;

const IN_PICTURES = /^pictures\//iu;

/** Files about the folder itself. Only these exact names count, with a language code at most. */
const OF_THE_FOLDER =
  /^(?:(?:readme|licen[cs]e|changelog|contributing|code_of_conduct)(?:[._-][a-z]{2}(?:-[a-z]{2,4})?)?(?:\.(?:md|markdown|txt|rst))?|cname|makefile|gemfile|rakefile|procfile|dockerfile|.*\.lock|thumbs\.db|desktop\.ini)$/iu;

/** Names that a story may have too: only in capitals do they mean the folder. "security-council.md" is a story. */
const IN_CAPITALS =
  /^(?:LICEN[CS]E|CHANGES|SECURITY|SUPPORT|AUTHORS|MAINTAINERS|NOTICE|COPYING)(?:[._-][A-Z0-9.]+)?(?:\.(?:md|markdown|txt|rst))?$/u;

function isApart(path: string, name: string): boolean {
  if (isOfSettings(path) || path === WITHDRAWN || path === REDIRECTS || /^_.*\./u.test(name)) return true;
  return (OF_THE_FOLDER.test(name) || IN_CAPITALS.test(name)) && extensionOf(name) !== "json";
}
