import { vi } from "vitest";
import { sha256 } from "#content/sha256.ts";

const PLACE = { base: "/paper/", fronts: ["/paper/", "/paper/nl/"], data: "/paper/data/" };

/** The paper whose worker is tested. */
export const PAPER = `https://post.example${PLACE.base}`;

const PREFIX = `broadsheet:${PLACE.base}:`;

export const HTML = { headers: { "content-type": "text/html; charset=utf-8" } };

/** An event for which the browser keeps the worker running. */
class ExtendableEvent {
  readonly works: Promise<unknown>[] = [];
  readonly waitUntil = (work: Promise<unknown>): void => void this.works.push(work);
}

/**
 * The global object of a service worker, its caches and its network, which Node lacks.
 * Addresses are relative to the paper; a file that is not served is a 404, and nothing answers when there is no network.
 */
export async function standInForWorkerScope() {
  const at = (asked: string | Request) => new URL(typeof asked === "string" ? asked : asked.url, PAPER).href;
  const stored = new Map<string, Map<string, Response>>();
  const served = new Map<string, () => Response>();
  const network = { isDown: false, asked: new Array<string>() };
  const started: Record<string, (event: ExtendableEvent) => void> = {};
  const [enable, claim, skipWaiting, unregister] = [vi.fn(), vi.fn(), vi.fn(async () => {}), vi.fn(async () => true)];

  const cacheOf = (name: string) => stored.get(name) ?? stored.set(name, new Map()).get(name)!;
  const matched = async (name: string, asked: string | Request) => stored.get(name)?.get(at(asked))?.clone();
  const caches = {
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: (asked: string | Request, { cacheName }: { cacheName: string }) => matched(cacheName, asked),
    open: async (name: string) => ({
      keys: async () => [...(stored.get(name)?.keys() ?? [])].map((url) => new Request(url)),
      match: (asked: string | Request) => matched(name, asked),
      put: async (asked: string | Request, answer: Response) => void cacheOf(name).set(at(asked), answer),
      delete: async (asked: string | Request) => cacheOf(name).delete(at(asked)),
    }),
  };
  class Absolute extends Request {
    constructor(input: string | Request, init?: RequestInit) {
      super(typeof input === "string" ? at(input) : input, init);
    }
  }
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("Request", Absolute);
  vi.stubGlobal("ExtendableEvent", ExtendableEvent);
  vi.stubGlobal("FetchEvent", class extends ExtendableEvent {});
  vi.stubGlobal("__WB_DISABLE_DEV_LOGS", true);
  vi.stubGlobal("fetch", async ({ url, cache }: Request) => {
    network.asked.push(`${url.slice(PAPER.length)} ${cache}`);
    if (network.isDown) throw new TypeError("There is no network.");
    return served.get(url.slice(PAPER.length))?.() ?? new Response("", { status: 404 });
  });
  const digests = { "a.js": (await sha256(new TextEncoder().encode("code"))).slice(0, 16) };
  const registration: Record<string, unknown> = { scope: PAPER, navigationPreload: { enable }, unregister };
  const location = new URL(`${PAPER}sw.js`);
  vi.stubGlobal("location", location);
  vi.stubGlobal("self", {
    __WB_DISABLE_DEV_LOGS: true,
    broadsheet: { version: "2", ...PLACE, shell: ["/paper/assets/a.js", "/paper/index.css"], digests },
    location,
    caches,
    registration,
    clients: { claim },
    skipWaiting,
    addEventListener: (type: string, listener: (typeof started)[string]) => (started[type] = listener),
  });
  // Another test may have loaded the settings of its own paper.
  vi.resetModules();

  /** Dispatches an event, and waits for all that it starts. */
  async function run(type: string, fields: Record<string, unknown> = {}): Promise<void> {
    const event = Object.assign(new ExtendableEvent(), fields);
    started[type]?.(event);
    for (const work of event.works) await work;
  }
  function store(cache: string, file: string, text: string | null, headers: Record<string, string> = HTML.headers): void {
    cacheOf(PREFIX + cache).set(at(file), new Response(text, { headers }));
  }

  /** The files in a cache, in their order. */
  const inCache = (cache: string): string[] => [...(stored.get(PREFIX + cache)?.keys() ?? [])].map((url) => url.slice(PAPER.length));

  /** How the worker answers, or nothing if it leaves a request to the browser. */
  async function get(file: string, mode = "navigate", cache: RequestCache = "default"): Promise<Response | undefined> {
    let answer: Promise<Response> | undefined;
    const request = new Request(file, { cache });
    Object.defineProperty(request, "mode", { value: mode });
    await run("fetch", { request, respondWith: (given: Promise<Response>) => (answer = given) });
    return answer;
  }
  return { stored, served, network, registration, store, inCache, get, run, enable, claim, skipWaiting, unregister };
}
