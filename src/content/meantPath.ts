import { decoded } from "./decoded.ts";
import { archivePath, placesPath, topicsPath } from "./paths.ts";

/** Folders of pages that are no page themselves, each with the page that lists what is in it. */
export const LISTED: [folder: string, list: string][] = [
  ["/article", archivePath],
  ["/topic", topicsPath],
  ["/place", placesPath],
];

/**
 * The path that was probably meant by one that is no page: in small letters, as slugs are, and a list for the folder of its pages.
 * @param path in an edition, percent-encoded
 * @returns a path at which there may be a page, percent-encoded; undefined if it is the same
 */
export function meantPath(path: string): string | undefined {
  const small = path.split("/").map((part) => encodeURIComponent(decoded(part).toLowerCase()));
  const meant = LISTED.find(([folder]) => folder === small.join("/"))?.[1] ?? small.join("/");
  return decoded(meant) === decoded(path) ? undefined : meant;
}
