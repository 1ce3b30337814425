import * as v from "valibot";
import type { Site } from "#content/site.ts";
import type { Output } from "../output/output.ts";
import type { Settings } from "../settings/settings.ts";

/** The file in the folder of a site that says whom a deployment tells of what is new. Deployments leave out files of such names. */
export const ANNOUNCE_FILE = ".broadsheet-announce.json";

/** Its content. */
export const AnnounceFileSchema = v.object({
  /** The address of the site, ending with a slash. */
  url: v.string(),
  indexNow: v.optional(v.object({ key: v.string(), endpoint: v.string() })),
  hub: v.optional(v.string()),
});

/** Writes whom a deployment tells, and the key file of IndexNow. Nothing without the setting, or as long as the site has no address. */
export function writeAnnounce({ announce, url }: Pick<Settings, "announce" | "url">, site: Site, output: Pick<Output, "write">): void {
  if (!announce || url === undefined) return;
  const { indexNow } = announce;
  output.write(ANNOUNCE_FILE, JSON.stringify({ url: site.url, ...announce }));
  if (indexNow) output.write(`${indexNow.key}.txt`, indexNow.key);
}
