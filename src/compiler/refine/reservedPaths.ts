import { FollowedKindSchema } from "#content/library/record.ts";
import { missingPath, OWN_PAGES } from "#content/pages/ownPages.ts";
import {
  accountPath,
  archivePath,
  articlePath,
  correctionsPath,
  editionFile,
  freshFile,
  frontFile,
  latestPath,
  placesPath,
  recordFile,
  seriesPath,
  staffPath,
  subjectPath,
  threadsFile,
  topicsPath,
} from "#content/paths.ts";

/** The paths whose first segment no page of the paper can have, with what has it. */
const RESERVED: [path: string, owner: string][] = [
  [articlePath("a"), "the stories"],
  ...FollowedKindSchema.options.map((kind): [string, string] => [subjectPath(kind, "a"), `the ${kind} pages`]),
  [seriesPath("a"), "the series"],
  [topicsPath, "the list of topics"],
  [placesPath, "the list of places"],
  [archivePath, "the archive"],
  [latestPath, "the latest stories"],
  [staffPath, "the staff page"],
  [correctionsPath(), "the corrections"],
  [accountPath, "the accounts"],
  ...OWN_PAGES.map(([path, what]): [string, string] => [path, what === "search" ? "the search" : `the reader's ${path.slice(1)} page`]),
  [missingPath, "the 404 page"],
  ["/index", "the front page"],
  ["/api", "the accounts"],
  ["/admin", "the desk"],
  ["/assets", "the files of the app"],
  ["/pictures", "the pictures"],
  ["/data", "the data of the site"],
  ...[editionFile, frontFile, freshFile, threadsFile, recordFile].map((file): [string, string] => [
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
