import type { Edition } from "#content/edition.ts";
import { offlinePath } from "#content/kept.ts";
import {
  accountPath,
  followingPath,
  highlightsPath,
  historyPath,
  htmlFile,
  resetPath,
  savedPath,
  searchPath,
  verifyPath,
} from "#content/paths.ts";

/** The file of the page for what is not there. */
export const MISSING = "404.html";

const OWN = [
  [searchPath, "search"],
  [offlinePath, "offline"],
  [savedPath, "library"],
  [followingPath, "library"],
  [highlightsPath, "library"],
  [historyPath, "library"],
] as const;

const ACCOUNT = [accountPath, verifyPath, resetPath].map((path) => [path, "account"] as const);

/** Pages that are no pages of the paper, with what they are for: answers of a search, and what lies on a device or belongs to an account. */
export const otherPages = ({ accounts }: Edition) => [...OWN, ...(accounts ? ACCOUNT : [])];

/** The files that belong to no page of an edition. */
export function otherFiles(redirects: { from: string }[], base: string, edition: Edition): string[] {
  const forwarding = redirects.flatMap(({ from }) => forwardFile(from, base) ?? []);
  return [MISSING, ...otherPages(edition).map(([path]) => htmlFile(path)), ...forwarding];
}

/** The file that answers for an old address on a plain host; none for an address that is told apart by its query. */
export function forwardFile(from: string, base: string): string | undefined {
  if (from.includes("?")) return undefined;
  const inside = from.startsWith(base) ? from.slice(base.length) : from;
  const path = decodeURIComponent(inside).replace(/^\/+/u, "");
  if (path === "" || path.split("/").includes("..")) return undefined;
  if (path.endsWith("/")) return `${path}index.html`;
  return path.endsWith(".html") || path.endsWith(".htm") ? path : `${path}.html`;
}
