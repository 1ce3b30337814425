import type { RouteHandlerCallback } from "workbox-core";
import { registerRoute } from "workbox-routing";
import { NetworkFirst, StaleWhileRevalidate } from "workbox-strategies";
import { KEPT_META, offlinePath } from "#content/serviceWorker.ts";
import { ANY_VARIANT, match, matchShell, nameOf, shellName } from "./caches.ts";
import { alsoKept, atMost, goneIsGone, keepsOnly, wholeBeforeTheNext } from "./plugins.ts";
import { scope, settings } from "./scope.ts";
import { isOwnPage } from "./integrity.ts";

/** How long a kept page waits for a newer one, in seconds. */
export const PATIENCE = 3;

/** Feeds, pictures and other files that somebody opens by themselves are no pages. */
const FILE = /\.(?:xml|json|txt|svg|png|jpe?g|webp|avif|gif|webmanifest|js|css|map|woff2|bin)$/u;

const keeping = {
  cacheName: nameOf("pages"),
  matchOptions: ANY_VARIANT,
  plugins: [
    // The search is one page, whatever it is asked.
    { cacheKeyWillBeUsed: async ({ request }: { request: Request }) => withoutQuery(request.url) },
    goneIsGone,
    keepsOnly(isOwnPage),
    atMost(60),
    alsoKept,
    wholeBeforeTheNext,
    {
      cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) => cachedResponse && runnable(cachedResponse),
      handlerDidError: async ({ request }: { request: Request }) => standIn(request.url),
    },
  ],
};

/** HTML: from the network, else what is on the device, else the page that says so. */
export const pages = new NetworkFirst({ ...keeping, networkTimeoutSeconds: PATIENCE });

/** A story that was read opens as it was read. The app asks for its data and shows what has changed; the page is fetched for the next time. */
const stories = new StaleWhileRevalidate(keeping);

export function servePages(): void {
  registerRoute(({ request, url, sameOrigin }) => sameOrigin && isOpened(request) && isStory(url.pathname), stories);
  registerRoute(({ request, url, sameOrigin }) => sameOrigin && request.mode === "navigate" && isPage(url.pathname), overServerErrors);
}

/** An error of the server counts as no answer where the page is kept; else it is the answer. A navigation that was begun ahead passes by the plugins. */
const overServerErrors: RouteHandlerCallback = async ({ event, request }) => {
  const answer = await pages.handle({ event, request });
  if (answer.status < 500) return answer;
  const key = withoutQuery(request.url);
  const kept = (await match(nameOf("pages"), key)) ?? (await match(nameOf("kept"), key));
  return (kept && (await runnable(kept))) ?? answer;
};

/** A reader who loads a page again wants it from the network. */
const isOpened = ({ mode, cache }: Request): boolean => mode === "navigate" && cache === "default";

const isStory = (path: string): boolean =>
  settings.fronts.some((front) => path.startsWith(`${front}article/`)) && isPage(path) && !path.endsWith("/versions");

function isPage(path: string): boolean {
  return path.startsWith(settings.base) && !path.startsWith(`${settings.base}api/`) && !FILE.test(path);
}

/** A page of another version than those here would find no code: then any page of this one does better, since the app makes it anew. */
async function runnable(response: Response): Promise<Response | undefined> {
  const html = await response.text();
  const script = /<script [^>]*type="module"[^>]* src="([^"]+)"/u.exec(html)?.[1];
  if (script === undefined || !(await matchShell(new URL(script, scope.location.origin).href))) return undefined;
  return marked(html, response.headers, "page");
}

/** In the language of the edition that the page is in. */
async function standIn(url: string): Promise<Response | undefined> {
  const front = settings.fronts.findLast((each) => `${new URL(url).pathname}/`.startsWith(each)) ?? settings.base;
  const page = await match(shellName, new URL(front + offlinePath.slice(1), scope.location.origin).href);
  return page && marked(await page.text(), page.headers, "stand-in");
}

/**
 * The app must know that the page may be older than its data. Since all of it is
 * here, the browser is to draw it in one step, when it has read as far as the menu
 * at its end: else it first draws the empty page between head and body.
 */
function marked(html: string, headers: Headers, what: "page" | "stand-in"): Response {
  const first = `<meta name="${KEPT_META}" content="${what}"><link rel=expect href=#menu blocking=render>`;
  return new Response(html.replace("<head>", `<head>${first}`), { headers });
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/u, "");
}
