import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { unescapeHtml } from "#content/html/unescapeHtml.ts";
import { htmlFile, isFeedFile, previewFile } from "#content/paths.ts";
import { readFileList } from "#compiler/output/diskFiles.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { digest } from "#compiler/state/digest.ts";
import { readStateFile, writeStateFile } from "#compiler/state/stateFile.ts";
import { counted } from "#compiler/text/counted.ts";
import { errorMessage } from "#compiler/text/errorMessage.ts";
import { ANNOUNCE_FILE, AnnounceFileSchema } from "#compiler/write/writeAnnounce.ts";
import { CliError } from "../CliError.ts";
import { besideSite } from "../stage/sitePlaces.ts";
import { sayOnScreen } from "../terminal/printable.ts";
import { tellHub, tellIndexNow } from "./protocols.ts";

/** What has been announced: a digest of each page with the time of its last change, and of each feed with its content. */
const MemorySchema = v.object({
  pages: v.optional(v.array(v.string())),
  feeds: v.optional(v.array(v.string())),
  /** The addresses of removed pages that nobody could be told of. */
  gone: v.optional(v.array(v.string())),
});

type AnnounceOptions = {
  /** The files that a deployment has just sent. */
  sent?: ReadonlySet<string>;
  /** The files that it has removed, as the target names them. */
  removed?: string[];
  /** Milliseconds. */
  now?: number;
};

/** Without a memory of earlier announcements, only what has changed since then is new: nobody wants to hear of a whole archive. */
const NEW_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * Tells search engines (IndexNow) of the pages of a published site that are new or have changed since the last time, and the hub
 * (WebSub) of its feeds that have; and of pages that were removed, so that they are found no more. Pages are those of the sitemaps, so
 * none is withheld. A failure is said, and what could not be told is told the next time.
 * @returns whether the site has the setting `announce`
 * @throws CliError if the folder is no site for the public
 */
export async function announce(
  site: string,
  { sent, removed = [], now = Date.now() }: AnnounceOptions = {},
  say = sayOnScreen,
): Promise<boolean> {
  const files = readFileList(join(site, MANIFEST));
  if (files.length === 0) throw new CliError(`${site} is not the folder of a built site. Build it first, or name its folder.`);
  if (files.includes(previewFile)) throw new CliError(`${site} is a preview, which has drafts, so nobody is told of it.`);
  if (!files.includes(ANNOUNCE_FILE)) return false;
  const { url: home, indexNow, hub } = v.parse(AnnounceFileSchema, JSON.parse(readFileSync(join(site, ANNOUNCE_FILE), "utf8")));
  const memoryFile = besideSite(site, "announced");
  const memory = readStateFile(memoryFile, MemorySchema) ?? {};
  const pages = pagesIn(site, files);
  const isNew = ({ url, changed }: Page): boolean =>
    changed >= now - NEW_MS && (sent === undefined || sent.has(htmlFile(`/${url.slice(home.length)}`)));
  const newPages = notIn(memory.pages, pages, isNew);
  const names = (text: string): boolean => newPages.some(({ url }) => text.includes(`>${url}<`) || text.includes(`"${url}"`));
  const feeds = feedsIn(site, files, home, memory.feeds === undefined ? names : () => false);
  const newFeeds = notIn(memory.feeds, feeds, ({ hasNew }) => hasNew);
  const gone = goneOf([...(memory.gone ?? []), ...removed.flatMap((file) => addressOf(file, home))], pages);
  const changed = [...newPages, ...gone.map((url) => ({ url }))];
  const areTold =
    indexNow &&
    (await tell(say, "search engines", counted(changed.length, "address", "addresses"), changed, (urls) =>
      tellIndexNow(indexNow, home, urls),
    ));
  const isHubTold =
    hub !== undefined && (await tell(say, "the hub", counted(newFeeds.length, "feed"), newFeeds, (urls) => tellHub(hub, urls)));
  const next = {
    pages: areTold ? idsOf(pages) : indexNow ? stillTold(memory.pages, pages, newPages) : memory.pages,
    ...(indexNow && !areTold && gone.length > 0 && { gone }),
    feeds: isHubTold ? idsOf(feeds) : hub === undefined ? memory.feeds : stillTold(memory.feeds, feeds, newFeeds),
  };
  writeStateFile(memoryFile, JSON.stringify(next));
  return true;
}

type Known = { id: string };
type Page = Known & { url: string; changed: number };
/** `hasNew`: whether it names a new page. */
type Feed = Known & { url: string; hasNew: boolean };

const idsOf = (all: Known[]): string[] => all.map(({ id }) => id);

/** What is not among those known; if none is known yet, what is new. */
function notIn<T extends Known>(known: string[] | undefined, all: T[], isNew: (one: T) => boolean): T[] {
  const ids = new Set(known);
  return all.filter((one) => (known ? !ids.has(one.id) : isNew(one)));
}

/** What counts as told after a failure: the next deployment has not sent what this one has, so a first failure must be remembered too. */
const stillTold = (known: string[] | undefined, all: Known[], untold: Known[]): string[] =>
  known ?? idsOf(all.filter((one) => !untold.includes(one)));

/** The pages of the sitemaps, which name no withheld one. Our own files: their form is known. */
function pagesIn(site: string, files: string[]): Page[] {
  const sitemaps = files.filter((file) => /(?:^|\/)sitemap(?:-\d+)?\.xml$/u.test(file));
  return sitemaps.flatMap((file) =>
    Array.from(
      readFileSync(join(site, file), "utf8").matchAll(/<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/gu),
      ([, loc = "", changed = ""]) => ({
        id: digest(`${loc} ${changed}`).slice(0, 16),
        url: unescapeHtml(loc),
        changed: Date.parse(changed) || 0,
      }),
    ),
  );
}

/** The address of a page that was removed; none for data, files of the app and pages that search engines do not know. */
function addressOf(file: string, home: string): string[] {
  const path = file.replace(/\.html$/u, "");
  return /^(?:data|assets|pictures|media)\/|\.|(?:^|\/)(?:index|404|500)$/u.test(path) ? [] : [home + encodeURI(path)];
}

function goneOf(urls: string[], pages: Page[]): string[] {
  if (urls.length === 0) return [];
  const there = new Set(pages.map(({ url }) => url));
  return [...new Set(urls)].filter((url) => !there.has(url));
}

/** All feeds. The text of only one is in memory at a time: there are several for each topic. @param names whether a text names a new page */
function feedsIn(site: string, files: string[], home: string, names: (text: string) => boolean): Feed[] {
  return files.filter(isFeedFile).map((file) => {
    const text = readFileSync(join(site, file), "utf8");
    return { id: digest(file + text).slice(0, 16), url: new URL(encodeURI(file), home).href, hasNew: names(text) };
  });
}

/** @returns whether there was nothing to tell, or it was told */
async function tell(
  say: (sentence: string) => void,
  whom: string,
  what: string,
  told: { url: string }[],
  send: (urls: string[]) => Promise<void>,
): Promise<boolean> {
  if (told.length === 0) return true;
  try {
    await send(told.map(({ url }) => url));
    say(`Told ${whom} of ${what}.`);
    return true;
  } catch (error) {
    say(`Could not tell ${whom} of ${what}: ${errorMessage(error)} The site is published all the same; they are told the next time.`);
    return false;
  }
}
