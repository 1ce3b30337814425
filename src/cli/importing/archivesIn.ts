import { readdirSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { findInputs } from "#compiler/importing/findInputs.ts";
import { isOfBuilder } from "#compiler/importing/siteBuilder.ts";
import { type Recognised, whatWasRead } from "#compiler/importing/whatWasRead.ts";

/** An archive, with what it was recognised as; of a packed one, nothing is known before it is unpacked. */
export type FoundArchive = { archive: string } & Recognised;

/**
 * The archives in a folder: exports, and folders that look like a site or an export inside.
 * @param content the content folder of the paper, which is none
 */
export async function archivesIn(folder: string, content: string): Promise<FoundArchive[]> {
  const found: FoundArchive[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const archive = join(folder, entry.name);
    if (entry.name.startsWith(".") || OWN.has(entry.name) || isSame(archive, content)) continue;
    if (entry.isFile() && /\.(?:zip|tgz|tar\.gz)$/iu.test(entry.name)) found.push({ archive, read: [] });
    if (!(entry.isFile() && EXPORT.test(entry.name)) && !(entry.isDirectory() && looksLikeArchive(archive))) continue;
    const recognised = whatWasRead(await findInputs(archive));
    // A list of articles of the paper's own format is no archive.
    if (recognised.read.some(({ format }) => format !== "Article JSON")) found.push({ archive, ...recognised });
  }
  return found;
}

/** What a paper's folder has besides its content. */
const OWN = new Set(["node_modules", "site", "preview", "package.json", "package-lock.json", "deploy"]);

const EXPORT = /\.(?:xml|json|ndjson|csv|rss|atom)$/iu;

/** The files and folders at the top of an unpacked export, or of a site of any program. */
const TOP = /^(?:posts\/|content\/|source\/|entities\/|.*\.(?:xml|csv|ndjson))$/iu;

const looksLikeArchive = (folder: string): boolean =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => `${entry.name}${entry.isDirectory() ? "/" : ""}`)
    .some((path) => TOP.test(path) || isOfBuilder(path));

function isSame(one: string, other: string): boolean {
  if (basename(one) !== basename(other)) return false;
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
