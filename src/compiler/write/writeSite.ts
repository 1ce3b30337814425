import type { Report } from "../draft/problem.ts";
import type { PictureFile } from "../draft/pictures.ts";
import type { Linked } from "../link/link.ts";
import type { PageAddress } from "../link/page.ts";
import type { Settings } from "../settings.ts";
import { writeFeeds } from "./feeds/writeFeeds.ts";
import { headers } from "./headers.ts";
import { writeNewsSitemap } from "./newsSitemap.ts";
import { openSearch } from "./openSearch.ts";
import { type Outcome, Output } from "./output.ts";
import { nginxMap, type Redirect, redirects, redirectsFile } from "./redirects.ts";
import { robots } from "./robots.ts";
import type { Site } from "./site.ts";
import { writeSitemap } from "./sitemap.ts";
import { webManifest } from "./webManifest.ts";
import { writeJson } from "./writeJson.ts";

/** What is to be written, and where. */
export type Press = { linked: Linked; pictures: Iterable<PictureFile>; settings: Settings; site: Site; out: string };

/** What was written. Redirects are also given, for the pages that forward. */
export type Printed = { pages: PageAddress[]; redirects: Redirect[]; files: Outcome };

/** Writes all files of an edition but its HTML. Pictures come first, since feeds say their size. */
export async function writeSite(press: Press, report: Report, onPage: (done: number) => void): Promise<Printed> {
  const { linked, pictures, settings, site } = press;
  const output = new Output(press.out);
  for (const { from, url } of pictures) output.copy(url.slice(1), from);
  const pages = await writeJson(linked, output, onPage);
  await writeFeeds(linked, settings, site, output);
  writeSitemap(pages, site, output);
  writeNewsSitemap(linked.stories, linked.edition, site, output);
  output.write("robots.txt", robots(site, settings.url !== undefined));
  output.write("manifest.webmanifest", webManifest(linked.edition, site));
  output.write("opensearch.xml", openSearch(linked.edition, site));
  output.write("_headers", headers(site));
  const moved = redirects(linked.stories, pages, report);
  output.write("_redirects", redirectsFile(moved, site.base));
  output.write("redirects.nginx.map", nginxMap(moved, site.base));
  if (settings.url === undefined) report(withoutAddress(site));
  return { pages, redirects: moved, files: output.finish() };
}

function withoutAddress(site: Site): Parameters<Report>[0] {
  return {
    severity: "notice",
    file: "edition.json",
    place: "url",
    message: `The edition has no address, so its feeds and sitemap say ${site.url}. Give one as "url" before you publish.`,
  };
}
