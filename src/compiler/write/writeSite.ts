import { isEditorial, newest, type Story } from "../link/story.ts";
import type { Brand } from "#content/brand.ts";
import { type Fresh, MOST_FRESH } from "#content/fresh.ts";
import { MOST_RECENT, type RecentThreads } from "#content/recentThreads.ts";
import { factsOf } from "#content/pages/pages.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import type { Problem, Report } from "../draft/problem.ts";
import type { Thread } from "../link/threads.ts";
import type { Linked } from "../link/link.ts";
import type { LinkedSite } from "../link/linkSite.ts";
import type { PageAddress } from "../link/page.ts";
import type { KeptBackAt } from "../draft/release/keptBack.ts";
import type { RedirectLine } from "../settings/redirectsFile.ts";
import type { Settings } from "../settings/settings.ts";
import { digest } from "../state/digest.ts";
import type { PageMemory } from "../state/PageMemory.ts";
import { writeFeeds } from "./feeds/writeFeeds.ts";
import { writePodcasts } from "./feeds/writePodcasts.ts";
import { editionFolder, freshFile, inSite, liveFile, previewFile, threadsFile } from "#content/paths.ts";
import { headers } from "./headers.ts";
import { liveText } from "./liveText.ts";
import { writeNewsSitemap } from "./newsSitemap.ts";
import { writeMarkdown } from "./markdown/writeMarkdown.ts";
import { writeAnnounce } from "./writeAnnounce.ts";
import { writeCatalogues } from "./opds/writeCatalogues.ts";
import { openSearch } from "./openSearch.ts";
import type { Output } from "../output/output.ts";
import { type Renderer, renderInThisThread } from "./renderFiles.ts";
import type { KeptFile, SiteFile } from "../output/siteFile.ts";
import type { Progress } from "../output/buildProgress.ts";
import { ownRedirects } from "./redirects/ownRedirects.ts";
import { type OwnPage, redirects } from "./redirects/redirects.ts";
import { siteAddresses } from "./redirects/siteAddresses.ts";
import { writeMoved } from "./redirects/writeMoved.ts";
import { inEdition } from "#content/edition/editions.ts";
import { type Redirect, absolutePage, type Site } from "#content/site.ts";
import { writeSitemap } from "./sitemap.ts";
import { NOT_FOR_ROBOTS, writeRobots } from "./robots/robots.ts";
import { webManifest } from "./webManifest.ts";
import { writePages } from "./writePages.ts";
import { writePublic } from "./writePublic.ts";

/**
 * What is to be written, and for which address. With the `memory` of the previous
 * build, unchanged files stay as they are. Without a `renderer` there is no HTML.
 */
export type Issue = {
  linked: Linked & Partial<LinkedSite>;
  /** The file of each article by its slug. */
  fileOf?: ReadonlyMap<string, string>;
  pictures: (SiteFile | KeptFile)[];
  /** The files that the paper publishes as they are. */
  publicFiles?: Extract<SiteFile, { from: string }>[];
  /** The address of the cover of its podcast. */
  cover?: string | undefined;
  /** The pages of the paper, for their former addresses. */
  own?: OwnPage[];
  /** The lines of redirects.csv. */
  redirectLines?: RedirectLine[];
  /** Finds what readers may not see, to which no redirect may lead. */
  isBackAt?: KeptBackAt;
  settings: Settings;
  site: Site;
  /** Whether it is for the newsroom only. */
  preview?: boolean;
  /** Whether it is only looked at on this computer. */
  isLocal?: boolean;
  brand?: Brand | undefined;
  /** The titles of feeds, in the language of the edition. */
  titles?: WordFiles["titles"] | undefined;
  /** The same of the editions in other languages, in their order. */
  otherTitles?: WordFiles["titles"][];
  memory?: PageMemory | undefined;
  renderer?: Renderer | undefined;
};

/** What was written: the number of pages, and the redirects from old addresses. */
export type Rendered = { pageCount: number; redirects: Redirect[] };

/** Writes all files of a site. Pictures come first, since feeds state their sizes. */
export async function writeSite(
  {
    linked,
    fileOf = new Map(),
    pictures,
    publicFiles = [],
    cover,
    own,
    redirectLines = [],
    isBackAt = () => undefined,
    settings,
    site,
    brand,
    titles,
    otherTitles = [],
    preview = false,
    isLocal = false,
    memory,
    renderer: given,
  }: Issue,
  output: Output,
  report: Report,
  onProgress: Progress,
): Promise<Rendered> {
  for (const { url, ...file } of pictures) {
    if ("isKept" in file) output.keep(url.slice(1));
    else if ("from" in file) output.copy(url.slice(1), file.from);
    else output.write(url.slice(1), Buffer.from(file.bytes));
  }
  const isOwn = (file: string): boolean => publicFiles.some(({ url }) => url === `/${file}`);
  for (const { file, bytes } of brand?.files ?? []) if (file !== "favicon.ico" || !isOwn(file)) output.write(file, Buffer.from(bytes));
  const renderer = given ?? renderInThisThread(output);
  const step = renderer.dependsOn("front") === undefined ? "Data" : "Pages";
  const { others = [], all = linked.stories } = linked;
  const pages = await writePages(linked, output, renderer, memory, (done, total) => onProgress(step, done, total), others);
  const editions: WrittenEdition[] = [
    { linked, settings, site, titles },
    ...others.map((other, at) => ({ ...other, titles: otherTitles[at] ?? titles, site: { ...site, prefix: other.place.prefix } })),
  ];
  for (const edition of editions) {
    const setting = { ...edition, edition: edition.linked.edition, output };
    await writeFeeds(edition.linked, setting, renderer, memory, (done, total) => onProgress("Feeds", done, total));
    writePodcasts(edition.linked, setting, cover, report);
    await writeCatalogues(edition.linked, setting, memory, (done, total) => onProgress("E-books", done, total));
    writeOfEdition(edition, pages, output, brand, settings.markdown ? { memory, ownIndex: isOwn("llms.txt") } : undefined);
  }
  if (preview) output.write(previewFile, "");
  else writeAnnounce(settings, site, output);
  const robots = preview ? NOT_FOR_ROBOTS : settings.robots;
  writeRobots(robots, { site, sitemaps: preview ? [] : sitemapsOf(editions), ownRobots: isOwn("robots.txt") }, output);
  writePublic(publicFiles, output, report);
  output.write("_headers", headers(site));
  const addresses = siteAddresses({ pages, output, base: site.base, editions: linked.edition.editions });
  const ofStories = redirects(all, { addresses, fileOf, own, editions: linked.edition.editions }, report);
  const moved = [...ofStories, ...ownRedirects(redirectLines, { site, addresses, ofStories, isBackAt }, report)];
  writeMoved(moved, site, linked.edition, output);
  if (!areOthersSame(moved, renderer, output, memory)) await renderer.take({ type: "others", redirects: moved });
  if (settings.url === undefined && !isLocal) report(withoutAddress(site));
  return { pageCount: pages.length, redirects: moved };
}

/** An edition to be written. The prefix of `site` is that of the edition. */
type WrittenEdition = { linked: Linked; settings: Settings; site: Site; titles: WordFiles["titles"] | undefined };

/** Writes the files that each edition has once. @param pages those of all editions */
function writeOfEdition(
  { linked, site, titles }: WrittenEdition,
  pages: PageAddress[],
  output: Pick<Output, "write" | "keep">,
  brand: Brand | undefined,
  markdown: { memory: PageMemory | undefined; ownIndex: boolean } | undefined,
): void {
  const { edition, stories, threads } = linked;
  const { prefix = "" } = site;
  const own = pages.filter(({ path }) => (inEdition(edition.editions ?? [], path).edition?.prefix ?? "") === prefix);
  output.write(`data/${editionFolder(prefix)}${freshFile}`, JSON.stringify(fresh(stories)));
  // Written even without threads, since readers load it.
  output.write(`data/${editionFolder(prefix)}${threadsFile}`, JSON.stringify(recentThreads(threads, stories.length)));
  for (const { article } of stories)
    if (article.liveBlog) output.write(`data/${editionFolder(prefix)}${decodeURIComponent(liveFile(article.slug))}`, liveText(article));
  // In a paper that is only pages, lists of stories have nothing for search engines.
  writeSitemap(
    own.filter(({ kind }) => (edition.home ? kind === "static" : factsOf(kind).unlisted !== true)),
    site,
    output,
  );
  writeNewsSitemap(stories, edition, site, output);
  if (markdown) writeMarkdown(stories, edition, site, output, { ...markdown, rest: titles?.rest });
  output.write(inSite(prefix, "/manifest.webmanifest").slice(1), webManifest(edition, site, brand));
  output.write(inSite(prefix, "/opensearch.xml").slice(1), openSearch(edition, site));
}

/** Whether the files that belong to no page are unchanged and exist. If so, they are kept. */
function areOthersSame(
  moved: Redirect[],
  renderer: Renderer,
  output: Pick<Output, "has" | "keep">,
  memory: PageMemory | undefined,
): boolean {
  const isSame = memory?.isSame("others", digest(JSON.stringify([moved, renderer.dependsOn("front")])));
  const files = new Set(renderer.otherFiles(moved).filter((file) => !output.has(file)));
  return isSame === true && output.keep(...files);
}

function withoutAddress(site: Site): Problem {
  return {
    severity: "notice",
    file: "edition.json",
    place: "url",
    message: `The edition has no address, so its feeds and sitemap use ${site.url}.`,
    remedy: 'Before you publish it, give one as "url", or build with --url.',
  };
}

/** The recent stories of each thread. @param total the number of stories in the edition */
function recentThreads(threads: Thread[], total: number): RecentThreads {
  const recent = threads.map(({ slug, stories }): [string, string[]] => [
    slug,
    stories.filter(({ rank }) => rank >= total - MOST_RECENT).map(({ article }) => article.slug),
  ]);
  return Object.fromEntries(recent.filter(([, slugs]) => slugs.length > 0));
}

/**
 * The file that an open page loads every few minutes.
 * @param stories oldest first
 */
function fresh(stories: Story[]): Fresh {
  const changed = stories.flatMap(({ article: { slug, dateModified } }): [string, string][] =>
    dateModified === undefined ? [] : [[slug, dateModified]],
  );
  return {
    newest: newest(stories, MOST_FRESH)
      .filter(isEditorial)
      .map(({ article }) => article.slug),
    changed: changed
      .toSorted(([slug, at], [other, otherAt]) => Date.parse(otherAt) - Date.parse(at) || (slug < other ? -1 : 1))
      .slice(0, MOST_FRESH),
  };
}

/** The addresses of all sitemaps; none as long as the site has no address. */
function sitemapsOf(editions: WrittenEdition[]): string[] {
  return editions.flatMap(({ site, settings }) =>
    settings.url === undefined ? [] : ["/sitemap.xml", "/news-sitemap.xml"].map((path) => absolutePage(site, path)),
  );
}
