import type { Site } from "#content/site.ts";
import type { Output } from "../../output/output.ts";
import type { Settings } from "../../settings/settings.ts";
import { CRAWLERS } from "./crawlers.ts";

type Robots = Settings["robots"];

/** A preview may be where search engines can reach it. */
export const NOT_FOR_ROBOTS: Robots = { allow: "none", lines: [] };

/**
 * Writes what the site says to crawlers: robots.txt, and where it is not all theirs, the reservation of text and data mining.
 * @param around `sitemaps` are addresses; with `ownRobots` the paper has a robots.txt, which is used unless the settings say more
 */
export function writeRobots(
  robots: Robots,
  { site, sitemaps, ownRobots }: { site: Site; sitemaps: string[]; ownRobots: boolean },
  output: Pick<Output, "write">,
): void {
  const { allow, lines } = robots;
  const isUnset = allow === "all" && lines.length === 0;
  if (!isUnset || !ownRobots) output.write("robots.txt", robotsText(robots, sitemaps));
  // TDM Reservation Protocol (final report of 10 May 2024, section 6.1), for Directive (EU) 2019/790, article 4.
  if (allow !== "all") output.write(".well-known/tdmrep.json", JSON.stringify([{ location: `${site.base}*`, "tdm-reservation": 1 }]));
}

/** The text of robots.txt (RFC 9309): who may crawl, the paper's own lines, and the sitemaps. */
function robotsText({ allow, lines }: Robots, sitemaps: string[]): string {
  const training = allow === "all" || allow === "none" ? [] : CRAWLERS.training;
  const refused = [...training, ...(allow === "search" ? CRAWLERS.assistants : [])];
  return [
    "User-agent: *",
    allow === "none" ? "Disallow: /" : "Disallow:",
    ...(refused.length > 0 ? ["", ...refused.map((name) => `User-agent: ${name}`), "Disallow: /"] : []),
    ...(lines.length > 0 ? ["", ...lines] : []),
    ...(sitemaps.length > 0 ? ["", ...sitemaps.map((address) => `Sitemap: ${address}`)] : []),
    "",
  ].join("\n");
}

/** What the headers of every file say to crawlers. */
export function robotsHeaders({ allow }: Robots): Record<string, string> {
  if (allow === "all") return {};
  return { "TDM-Reservation": "1", "X-Robots-Tag": allow === "none" ? "noindex, nofollow, noai, noimageai" : "noai, noimageai" };
}
