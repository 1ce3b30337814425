import {
  accountPath,
  archivePath,
  followingPath,
  frontPath,
  highlightsPath,
  historyPath,
  latestPath,
  placesPath,
  savedPath,
  searchPath,
  topicsPath,
} from "#content/paths.ts";
import type { NamedLink } from "#content/edition.ts";
import type { Words } from "../i18n/catalogues/en.ts";

/** The pages that lead through the whole edition, with their names: for the menu and the foot of every page. */
export function pageLinks(words: Words): { path: string; name: string }[] {
  return [
    { path: frontPath, name: words.frontPage },
    { path: searchPath, name: words.search },
    { path: latestPath, name: words.latest },
    { path: archivePath, name: words.archiveByDate },
    { path: topicsPath, name: words.topicsAToZ },
    { path: placesPath, name: words.placesAToZ },
  ];
}

/** Links that the paper names itself. */
export const namedLinks = (links: NamedLink[]): { path: string; name: string }[] => links.map(({ url, name }) => ({ path: url, name }));

/** The pages that belong to the reader. */
export function ownLinks(words: Words, accounts = false): { path: string; name: string }[] {
  return [
    { path: savedPath, name: words.saved },
    { path: followingPath, name: words.following },
    { path: highlightsPath, name: words.highlights },
    { path: historyPath, name: words.history },
    ...(accounts ? [{ path: accountPath, name: words.account }] : []),
  ];
}
