import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { isOfSettings } from "../settings/settingsFile.ts";

/** The files of a content folder by their paths in it: those that may hold articles, those that nothing here reads, and those that are none of either but may say something of articles. */
export type ContentFiles = { articles: string[]; others: string[]; links: string[]; apart: string[] };

/**
 * Lists a content folder. What belongs to tools, to the edition or to the folder
 * itself is in no list: names that begin with a dot, `node_modules`, `theme`, the public record, the code of blocks, README and
 * its like, and files (not folders, such as Jekyll's _posts) that begin with "_".
 * @param extensions of the files that may hold articles
 * @param named files that the settings name for something else, which are in no list either
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
      } else if (isApart(path, entry.name)) files.apart.push(path);
      else if (extensions.has(extensionOf(path)) && !IN_PICTURES.test(path)) files.articles.push(path);
      else files.others.push(path);
    }
  }
  return { articles: files.articles.toSorted(), others: files.others.toSorted(), links: files.links.toSorted(), apart: files.apart };
}

/** Folders at the top that hold how the paper looks and what it has published, and no stories; and the files of its words. */
const OF_THE_EDITION = /^(?:theme|slots|record\/(?:stories|index\.json|withdrawn\.json)|words\/[^/]+\.json)$/u;

/** The paper's own code. Other files of these folders may be stories. */
const OF_EXTENSIONS = /^(?:blocks(?:\/[^/]+)?|sources|refine)\/[^/]+\.[jt]sx?$/u;

/** In lower case and without its dot; "" where there is none. */
export const extensionOf = (path: string): string => posix.extname(path).slice(1).toLowerCase();

const IN_PICTURES = /^pictures\//iu;

/** What a folder is kept with, and tells of itself: by exactly such a name, with a language or a licence at most. "security-council.md" is a story. */
const OF_THE_FOLDER =
  /^(?:(?:readme|licen[cs]e|changelog|contributing|code_of_conduct)(?:[._-][a-z]{2}(?:-[a-z]{2,4})?)?(?:\.(?:md|markdown|txt|rst))?|cname|makefile|gemfile|rakefile|procfile|dockerfile|.*\.lock|thumbs\.db|desktop\.ini)$/iu;

/** Words that a story may be called by: only in capitals they mean the folder. */
const IN_CAPITALS =
  /^(?:LICEN[CS]E|CHANGES|SECURITY|SUPPORT|AUTHORS|MAINTAINERS|NOTICE|COPYING)(?:[._-][A-Z0-9.]+)?(?:\.(?:md|markdown|txt|rst))?$/u;

function isApart(path: string, name: string): boolean {
  if (isOfSettings(path) || /^_.*\./u.test(name)) return true;
  return (OF_THE_FOLDER.test(name) || IN_CAPITALS.test(name)) && extensionOf(name) !== "json";
}
