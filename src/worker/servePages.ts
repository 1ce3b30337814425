import type { RouteHandlerCallback } from "workbox-core";
import { registerRoute } from "workbox-routing";
import { NetworkFirst, StaleWhileRevalidate } from "workbox-strategies";
import { KEPT_META, offlinePath, SCRIPT_HEADER } from "#content/serviceWorker.ts";
import { ANY_VARIANT, match, matchShell, nameOf, shellName } from "./caches.ts";
import { includeKept, limitEntries, deleteGone, storeOnlyValid, bufferDuringUpdate } from "./plugins.ts";
import { answerRecording } from "./answerRecording.ts";
import { scope, settings } from "./scope.ts";
import { isOwnPage } from "./integrity.ts";

/** How long to wait for the network if there is a stored page, in seconds. */
export const NETWORK_TIMEOUT_SECONDS = 3;

/** Feeds, pictures and other files that somebody opens directly are not pages; nor are books, and recordings, which have a folder. */
const FILE = /\.(?:xml|json|txt|svg|png|jpe?g|webp|avif|gif|webmanifest|js|css|map|woff2|bin|epub|pdf)$/u;
const BOOK = /\.(?:epub|pdf)$/u;
const FOLDERS = ["api/", "media/"].map((folder) => settings.base + folder);

const keeping = {
  cacheName: nameOf("pages"),
  matchOptions: ANY_VARIANT,
  plugins: [
    // Search is one page, whatever its query.
    { cacheKeyWillBeUsed: async ({ request }: { request: Request }) => withoutQuery(request.url) },
    deleteGone,
    storeOnlyValid(isOwnPage),
    // Stored as it will be served, so that nothing is left to do then.
    { cacheWillUpdate: async ({ response }: { response: Response }) => marked(await response.text(), response.headers, "page") },
    limitEntries(60),
    includeKept,
    bufferDuringUpdate,
    {
      cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) => cachedResponse && runnable(cachedResponse),
      handlerDidError: async ({ request }: { request: Request }) => offlinePage(request.url),
    },
  ],
};

/** HTML: from the network, else from the device, else the offline page. */
export const pages = new NetworkFirst({ ...keeping, networkTimeoutSeconds: NETWORK_TIMEOUT_SECONDS });

/** A story opens as it was last read. The app fetches its data and shows what has changed; the page is fetched for the next time. */
const stories = new StaleWhileRevalidate(keeping);

export function servePages(): void {
  registerRoute(({ request, url, sameOrigin }) => sameOrigin && isOpened(request) && isStory(url.pathname), stories);
  registerRoute(({ request, url, sameOrigin }) => sameOrigin && request.mode === "navigate" && isPage(url.pathname), overServerErrors);
  registerRoute(({ request, url, sameOrigin }) => sameOrigin && request.mode === "navigate" && isOwnFile(url.pathname), orOfflinePage);
}

/** Serves a stored page, if there is one, on a server error. Done here, since responses of navigation preload bypass plugins. */
const overServerErrors: RouteHandlerCallback = async ({ event, request }) => {
  const answer = await pages.handle({ event, request });
  if (answer.status < 500) return answer;
  const key = withoutQuery(request.url);
  const kept = (await match(nameOf("pages"), key)) ?? (await match(nameOf("kept"), key));
  return (kept && (await runnable(kept))) ?? answer;
};

/** A recording or a book: as kept, else from the network. Without either, the app says that it is not here, and leads to what is. */
const orOfflinePage: RouteHandlerCallback = async ({ request }) =>
  answerRecording({ request }).catch(async () => (await offlinePage(request.url)) ?? Response.error());

/** False if the reader reloads a page, which must come from the network. */
const isOpened = ({ mode, cache }: Request): boolean => mode === "navigate" && cache === "default";

const isStory = (path: string): boolean =>
  settings.fronts.some((front) => path.startsWith(`${front}article/`)) && isPage(path) && !path.endsWith("/versions");

function isPage(path: string): boolean {
  return path.startsWith(settings.base) && !FOLDERS.some((folder) => path.startsWith(folder)) && !FILE.test(path);
}

const isOwnFile = (path: string): boolean =>
  path.startsWith(`${settings.base}media/`) || (path.startsWith(settings.base) && BOOK.test(path));

/**
 * Undefined for a page of a version whose code is not on the device. The offline page is then served in its place, and the app renders
 * the page there. What the reader chose to keep was stored by a page, and is not ready to be served.
 */
async function runnable(stored: Response): Promise<Response | undefined> {
  const page = stored.headers.has(SCRIPT_HEADER) ? stored : marked(await stored.text(), stored.headers, "page");
  const script = page.headers.get(SCRIPT_HEADER) ?? "";
  return settings.shell.includes(script) || (await matchShell(new URL(script, scope.location.origin).href)) ? page : undefined;
}

/**
 * The offline page, in the language of the edition that the page belongs to. In place of another page it is without its
 * content: the app draws that page there, or says that it did not load, and the reader sees nothing else before.
 */
async function offlinePage(url: string): Promise<Response | undefined> {
  const { pathname } = new URL(url);
  const front = settings.fronts.findLast((each) => `${pathname}/`.startsWith(each)) ?? settings.base;
  const own = front + offlinePath.slice(1);
  const page = await match(shellName, new URL(own, scope.location.origin).href);
  const html = (await page?.text()) ?? "";
  return page && marked(pathname === own ? html : html.replace(CONTENT, "$1$2"), page.headers, "stand-in");
}

const CONTENT = /(<main[^>]*>).*(<\/main>)/su;

/**
 * Tells the app that the page may be older than its data. Since all of it is on the
 * device, rendering is blocked until the menu at its end is parsed, so that the
 * browser draws it in one step: else it first draws an empty page.
 */
function marked(html: string, from: Headers, what: "page" | "stand-in"): Response {
  const first = `<meta name="${KEPT_META}" content="${what}"><link rel=expect href=#menu blocking=render>`;
  const headers = new Headers(from);
  headers.set(SCRIPT_HEADER, /<script [^>]*type="module"[^>]* src="([^"]+)"/u.exec(html)?.[1] ?? "");
  return new Response(html.replace("<head>", `<head>${first}`), { headers });
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/u, "");
}
