import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freshFile } from "#content/paths.ts";
import { standInForCaches } from "../support/cacheStandIn.ts";

type Matches = (asked: { url: URL }) => boolean;

const routes: Matches[] = [];
vi.mock("workbox-routing", () => ({ registerRoute: (matches: Matches) => routes.push(matches) }));

beforeAll(async () => {
  const broadsheet = { version: "1", base: "/paper/", fronts: ["/paper/", "/paper/nl/"], data: "/paper/data/", shell: [], digests: {} };
  vi.stubGlobal("self", { broadsheet, location: { origin: "https://post.example" } });
  // Another test may have loaded the settings of its own paper.
  vi.resetModules();
  const { serveData } = await import("../../src/worker/data.ts");
  serveData(freshFile);
});

afterAll(() => vi.unstubAllGlobals());

it.each([
  ["a list", "latest.json", true],
  ["a story", "article/ferry.json", true],
  ["a story that is called as the file of what is new", "article/fresh.json", true],
  ["such a story of another edition", "nl/article/fresh.json", true],
  ["a shard of the search index", "search/0a1b.bin", true],
  ["another file of the search index", "search/0a1b.html", false],
  ["a file beside the data", "../0a1b.bin", false],
  ["JSON beside the data", "../manifest.json", false],
  ["what is new", "fresh.json", false],
  ["what is new in another edition", "nl/fresh.json", false],
  ["a story that is called as the file of a live blog", "article/live.json", true],
  ["what became of the posts of a live blog", "article/landing/live.json?now", false],
  ["a post as it is now", "article/landing/post/out.json?now", false],
])("%s is kept on the device: data/%s, %s", (_name, file, isKept) => {
  const url = new URL(`https://post.example/paper/data/${file}`);
  expect(routes.some((matches) => matches({ url }))).toBe(isKept);
});

it("a new version of a story that the reader keeps takes the place of the old one, and what is not kept is not added", async () => {
  standInForCaches();
  const { includeKept } = await import("../../src/worker/plugins.ts");
  const kept = await caches.open("broadsheet:/paper/:kept");
  const ferry = "https://post.example/paper/data/article/ferry.json";
  const tide = "https://post.example/paper/data/article/tide.json";
  await kept.put(ferry, new Response("old"));
  for (const url of [ferry, tide]) {
    const event = Object.assign(new Event("fetch"), { waitUntil: () => {} });
    await includeKept.cacheDidUpdate?.({ cacheName: "data", request: new Request(url), newResponse: new Response("new"), event });
  }
  expect(await (await kept.match(ferry))?.text()).toBe("new");
  expect(await kept.match(tide)).toBeUndefined();
});
