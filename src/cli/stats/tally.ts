import { isbot } from "isbot";
import { decoded } from "#content/decoded.ts";
import { frontPath, pageOfData, storyAt } from "#content/paths.ts";
import { workerFile } from "#content/serviceWorker.ts";
import type { Logged } from "./logReader.ts";

/**
 * What is counted of logs: sums by addresses of the paper and by hosts of referrers, and nothing of any reader. Paths are below the base
 * and percent-encoded.
 */
export type Tally = {
  /** Pages opened by a navigation of the browser, by path; those of a story's posts are the story's. */
  opened: Map<string, number>;
  /** Data files of pages that the app requested on another page: opened there, prefetched, or kept for reading offline. */
  inApp: Map<string, number>;
  /** Hosts of other sites from which pages were opened. */
  referrers: Map<string, number>;
  /** Requests of feeds and catalogues, by whomever: most readers of feeds are programs. */
  feeds: Map<string, number>;
  /** Requests for pages that do not exist, by path, and how many these are together: of scanners, not all paths are listed. */
  missing: Map<string, number>;
  notFound: number;
  /** Lines of requests, before anything is left out. */
  requests: number;
  /** Requests of pages and their data by programs. */
  bots: number;
  /** Pages that a browser requested in advance, as far as the log says so. */
  prefetched: number;
  /** Pages that the service worker stored for reading offline, after they had been opened. */
  stored: number;
  /** The first and the last request, in milliseconds since 1970. */
  from: number;
  to: number;
};

export const emptyTally = (): Tally => ({
  opened: new Map(),
  inApp: new Map(),
  referrers: new Map(),
  feeds: new Map(),
  missing: new Map(),
  notFound: 0,
  requests: 0,
  bots: 0,
  prefetched: 0,
  stored: 0,
  from: Infinity,
  to: -Infinity,
});

/** Where a paper is. `base` begins and ends with a slash; `host` is empty if it is not known. */
export type PaperPlace = { base: string; host: string };

/** Adds requests to a tally. */
export function counter(tally: Tally, { base, host }: PaperPlace): (request: Logged) => void {
  const isBot = botTest();
  return (request) => {
    tally.requests += 1;
    tally.from = Math.min(tally.from, request.at);
    tally.to = Math.max(tally.to, request.at);
    if (request.method !== "GET") return;
    const path = pathIn(base, request.target);
    // 206, a part of a file, is of recordings and downloads.
    const isThere = request.status === 200 || request.status === 304;
    if (path === undefined || !(isThere || request.status === 404)) return;
    if (FEED.test(path)) {
      if (isThere) add(tally.feeds, path);
      return;
    }
    const ofData = pageOfData(path.slice(1));
    if (ofData === undefined && !isPage(path)) return;
    if (isBot(request.agent)) tally.bots += 1;
    else if (ofData !== undefined) countData(tally, base, ofData, request);
    else countPage(tally, { base, host: host || request.host }, path, request);
  };
}

/** Feeds, podcasts, and catalogues for e-readers. */
const FEED = /\/(?:feed\.(?:xml|json)|atom\.xml|podcast\.xml|opds\.(?:xml|json))$/u;

/** Data of pages that the app fetches to open them. Others (settings, threads, posts of a live blog) are not named after a page. */
const OPENABLE = /^(?:\/[^/]+)?\/(?:article|topic|section|author|place|thread|series)\/[^/]+$/u;

function countData(tally: Tally, base: string, page: string, { status, referrer }: Logged): void {
  const from = URL.canParse(referrer) ? pathIn(base, new URL(referrer).pathname) : undefined;
  // A page that has loaded fetches its own data, and the worker stores that of pages which were opened.
  if (status === 404 || !OPENABLE.test(page) || from === undefined || from === `/${workerFile}` || pageAt(from) === pageAt(page)) return;
  add(tally.inApp, pageAt(page));
}

function countPage(tally: Tally, { base, host }: PaperPlace, path: string, { status, referrer, purpose, mode }: Logged): void {
  const from = URL.canParse(referrer) ? new URL(referrer) : undefined;
  // What a service worker fetches by itself has its script as the referrer. What it passes on has that of the page.
  const isWorker = from !== undefined && pathIn(base, from.pathname) === `/${workerFile}`;
  const isNavigation = !isWorker && (mode === "" || mode === "navigate");
  if (purpose.includes("prefetch")) tally.prefetched += 1;
  else if (!isNavigation) tally.stored += status === 404 ? 0 : 1;
  else if (status === 404) {
    tally.notFound += 1;
    if (tally.missing.has(path) || tally.missing.size < MOST_MISSING) add(tally.missing, path);
  } else {
    add(tally.opened, pageAt(path));
    if (from !== undefined && from.host !== "" && nameOf(from.hostname) !== nameOf(host)) add(tally.referrers, nameOf(from.hostname));
  }
}

/** Scanners ask for any number of addresses. Those that come later than so many others are not listed. */
const MOST_MISSING = 50_000;

const nameOf = (host: string): string => host.toLowerCase().replace(/^www\./u, "");

/** Pages have no extension. */
const isPage = (path: string): boolean =>
  !/^\/(?:api|data|media|assets)\/|\.[a-z\d]{2,11}$/iu.test(path) || /\.(?:html?|php)$/iu.test(path);

/** The page at a path: the story of a post, and without what some hosts leave at its end. */
function pageAt(path: string): string {
  const page = path.replace(/(?:\/index)?\.html$|(?<=.)\/$/u, "");
  return page === "" ? frontPath : (storyAt(page)?.story ?? page);
}

/**
 * The path below the base as pages are named, without its query, which may be what somebody searched for.
 * @param target of a request, which is a whole address in requests of proxies
 * @returns undefined if it is not in the paper
 */
function pathIn(base: string, target: string): string | undefined {
  const path = target.replace(/^https?:\/\/[^/]*/iu, "").replace(/[?#].*$/su, "");
  if (!path.startsWith(base)) return `${path}/` === base ? frontPath : undefined;
  return encodedPath(path.slice(base.length - 1));
}

const PLAIN = /^[\w\-./~]*$/u;

/** A path with each part encoded as pages encode it, whatever its client did. */
export const encodedPath = (path: string): string =>
  PLAIN.test(path)
    ? path
    : path
        .split("/")
        .map((part) => encodeURIComponent(decoded(part).replace(/\p{Surrogate}/gu, "\uFFFD")))
        .join("/");

function add(counts: Map<string, number>, key: string): void {
  const count = counts.get(key);
  if (count === undefined) counts.set(ownText(key), 1);
  else counts.set(key, count + 1);
}

/** A copy of a text: V8 keeps the whole log in memory for the sake of parts of its lines. */
const ownText = (part: string): string => Buffer.from(part).toString();

/** How many names of browsers are remembered: few make most requests, and testing one takes long. */
const MOST_AGENTS = 20_000;

/** Whether a request is by a program. A browser says its name. */
function botTest(): (agent: string) => boolean {
  const known = new Map<string, boolean>([["", true]]);
  return (agent) => {
    const answer = known.get(agent) ?? isbot(agent);
    if (known.size < MOST_AGENTS && !known.has(agent)) known.set(ownText(agent), answer);
    return answer;
  };
}
