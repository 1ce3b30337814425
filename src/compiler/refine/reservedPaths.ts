import { missingPath, OWN_PAGES } from "#content/pages/ownPages.ts";
import { PAGES } from "#content/pages/pages.ts";
import { accountPath, editionFile, freshFile, frontFile, inSite, lateFile, recordFile, staticPath, threadsFile } from "#content/paths.ts";
import { prefixesOf } from "#content/edition/editions.ts";
import { editionsOf } from "../settings/editionSettings.ts";
import type { Settings } from "../settings/settings.ts";

/** The paths whose first segment no page of the paper can have, with what has it. */
const RESERVED: [path: string, owner: string][] = [
  ...Object.values(PAGES).flatMap(({ at }) => at.map((path): [string, string] => [`/${path}`, "Broadsheet’s own pages"])),
  ...OWN_PAGES.map(([path, what]): [string, string] => [path, what === "search" ? "the search" : `the reader's ${path.slice(1)} page`]),
  [accountPath, "the accounts"],
  [missingPath, "the 404 page"],
  ["/index", "the front page"],
  ["/api", "the accounts"],
  ["/admin", "the desk"],
  ["/assets", "the files of the app"],
  ["/pictures", "the pictures"],
  ["/data", "the data of the site"],
  ...[editionFile, frontFile, freshFile, threadsFile, recordFile, lateFile].map((file): [string, string] => [
    `/${file.replace(/\.json$/u, "")}`,
    `the file data/${file}`,
  ]),
];

const OWNERS = new Map(RESERVED.map(([path, owner]) => [path.split("/")[1] ?? "", owner]));

/** A page of the paper at one of these paths replaces the text of Broadsheet's page. */
const REWORDED = new Set(["404", "offline"]);

/** The part of Broadsheet that an address belongs to, in words; undefined if a page of the paper may have it. */
export function belongsTo(slug: string): string | undefined {
  return REWORDED.has(slug) ? undefined : OWNERS.get(slug.split("/")[0]?.toLowerCase() ?? "");
}

/** What is at the address of a collection and below it, besides its items. The lists also have numbered pages. */
const LISTS = ["", "/past", "/page", "/calendar"];

/** The addresses of the lists of all collections, in lower case, with what has them. */
export function listAddresses(settings: Settings): Map<string, string> {
  const editions = editionsOf(settings);
  const prefixes = editions.length === 0 ? [""] : prefixesOf(editions);
  return new Map(
    ofCollections(settings).flatMap(({ folder, path }) =>
      prefixes.flatMap((prefix) =>
        LISTS.map((list): [string, string] => [inSite(prefix, staticPath(path + list)).toLowerCase(), `the collection in ${folder}`]),
      ),
    ),
  );
}

/** The collections of a paper that can be published, with their addresses. */
export const ofCollections = ({ collections = [] }: Settings): { folder: string; path: string }[] =>
  collections.flatMap((each) => ("settings" in each ? [{ folder: each.folder, path: each.settings.path }] : []));
