import type { Story } from "../link/story.ts";
import type { Brand } from "#content/brand.ts";
import { type Fresh, MOST_FRESH } from "#content/fresh.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import type { Problem, Report } from "../draft/problem.ts";
import type { Linked } from "../link/link.ts";
import type { Settings } from "../settings.ts";
import { digest } from "../state/digest.ts";
import type { PageMemory } from "../state/PageMemory.ts";
import { writeFeeds } from "./feeds/writeFeeds.ts";
import { writePodcasts } from "./feeds/writePodcasts.ts";
import { freshFile, liveFile } from "#content/paths.ts";
import { headers } from "./headers.ts";
import { liveText } from "./liveText.ts";
import { writeNewsSitemap } from "./newsSitemap.ts";
import { openSearch } from "./openSearch.ts";
import type { Output } from "./output.ts";
import { type Press, pressHere } from "./press.ts";
import type { SiteFile } from "./siteFile.ts";
import type { Progress } from "./progress.ts";
import { type OwnPage, redirects } from "./redirects/redirects.ts";
import { writeMoved } from "./redirects/writeMoved.ts";
import { type Redirect, absolute, type Site } from "#content/site.ts";
import { writeSitemap } from "./sitemap.ts";
import { webManifest } from "./webManifest.ts";
import { writePages } from "./writePages.ts";

/**
 * What is to be written, and for which address. `memory` is of the build before:
 * what shows what it showed then stays as it is. Without a `press` there is no HTML.
 */
export type Issue = {
  linked: Linked;
  /** The file of each article by its slug. */
  fileOf?: ReadonlyMap<string, string>;
  pictures: SiteFile[];
  /** The address of the picture that stands for its podcast. */
  cover?: string | undefined;
  /** The pages of the paper, for the addresses that they had. */
  own?: OwnPage[];
  settings: Settings;
  site: Site;
  /** Whether it is for those who make the paper alone. */
  preview?: boolean;
  brand?: Brand | undefined;
  /** What feeds are called, in the language of the edition. */
  titles?: WordFiles["titles"] | undefined;
  memory?: PageMemory | undefined;
  press?: Press | undefined;
};

/** What was written: how many pages, and where old addresses lead. */
export type Printed = { pageCount: number; redirects: Redirect[] };

/** Writes all files of an edition. Pictures come first, since feeds say their size. */
export async function writeSite(
  { linked, fileOf = new Map(), pictures, cover, own, settings, site, brand, titles, preview = false, memory, press: given }: Issue,
  output: Output,
  report: Report,
  onProgress: Progress,
): Promise<Printed> {
  for (const { url, ...file } of pictures) {
    if ("from" in file) output.copy(url.slice(1), file.from);
    else output.write(url.slice(1), Buffer.from(file.bytes));
  }
  for (const { file, bytes } of brand?.files ?? []) output.write(file, Buffer.from(bytes));
  const press = given ?? pressHere(output);
  const step = press.dependsOn("front") === undefined ? "Data" : "Pages";
  const pages = await writePages(linked, output, press, memory, (done, total) => onProgress(step, done, total));
  output.write(`data/${freshFile}`, JSON.stringify(fresh(linked.stories)));
  for (const { article } of linked.stories)
    if (article.liveBlog) output.write(`data/${decodeURIComponent(liveFile(article.slug))}`, liveText(article));
  const setting = { edition: linked.edition, settings, site, output, titles };
  await writeFeeds(linked, setting, press, memory, (done, total) => onProgress("Feeds", done, total));
  writePodcasts(linked, setting, cover, report);
  // Lists of stories are there for whoever asks, but have nothing to find; posts are found on the page of their live blog.
  // What has changed in a story is for its readers, and its old words are not to be found for its new ones.
  writeSitemap(
    pages.filter(({ kind }) => (linked.edition.home ? kind === "static" : !["versions", "posts"].includes(kind))),
    site,
    output,
  );
  writeNewsSitemap(linked.stories, linked.edition, site, output);
  output.write("robots.txt", preview ? NOT_FOR_ROBOTS : robots(site, settings.url !== undefined));
  output.write("manifest.webmanifest", webManifest(linked.edition, site, brand));
  output.write("opensearch.xml", openSearch(linked.edition, site));
  output.write("_headers", headers(site));
  const moved = redirects(linked.stories, { pages, fileOf, output, base: site.base, own }, report);
  writeMoved(moved, site.base, output, report);
  if (!areOthersSame(moved, press, output, memory)) await press.take({ type: "others", redirects: moved });
  if (settings.url === undefined) report(withoutAddress(site));
  return { pageCount: pages.length, redirects: moved };
}

/** Whether what belongs to no page shows what it showed, and is there: then it stays. */
function areOthersSame(moved: Redirect[], press: Press, output: Pick<Output, "has" | "keep">, memory: PageMemory | undefined): boolean {
  const isSame = memory?.isSame("others", digest(JSON.stringify([moved, press.dependsOn("front")])));
  const files = new Set(press.otherFiles(moved).filter((file) => !output.has(file)));
  return isSame === true && output.keep(...files);
}

function withoutAddress(site: Site): Problem {
  return {
    severity: "notice",
    file: "edition.json",
    place: "url",
    message: `The edition has no address, so its feeds and sitemap say ${site.url}. Give one as "url" before you publish.`,
  };
}

/**
 * What an open page asks for every few minutes.
 * @param stories oldest first
 */
function fresh(stories: Story[]): Fresh {
  const changed = stories.flatMap(({ article: { slug, dateModified } }): [string, string][] =>
    dateModified === undefined ? [] : [[slug, dateModified]],
  );
  return {
    newest: stories
      .slice(-MOST_FRESH)
      .toReversed()
      .map(({ article }) => article.slug),
    changed: changed
      .toSorted(([slug, at], [other, otherAt]) => Date.parse(otherAt) - Date.parse(at) || (slug < other ? -1 : 1))
      .slice(0, MOST_FRESH),
  };
}

/** A preview may stand where search engines can reach it. */
const NOT_FOR_ROBOTS = "User-agent: *\nDisallow: /\n";

/** The text of robots.txt: everything may be read; where the sitemaps are, once the edition has an address. */
function robots(site: Site, published: boolean): string {
  const sitemaps = ["/sitemap.xml", "/news-sitemap.xml"].map((path) => `Sitemap: ${absolute(site, path)}`);
  return ["User-agent: *", "Disallow:", ...(published ? ["", ...sitemaps] : []), ""].join("\n");
}
