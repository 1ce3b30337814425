import "fake-indexeddb/auto";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { HTML, PAPER, standInForWorkerScope } from "../support/workerScope.ts";

const { stored, served, network, registration, store, inCache, get, run, skipWaiting } = await standInForWorkerScope();

beforeAll(() => import("../../src/worker/worker.ts"));
afterAll(() => vi.unstubAllGlobals());

const SHELL = "shell:2";
const page = (text: string, script = "a") =>
  `<html><head><meta name="broadsheet-base"><script type="module" src="/paper/assets/${script}.js"></script></head><main id="main">${text}</main></html>`;

/** What stands before a page from the device. */
const FROM_DEVICE = '<head><meta name="broadsheet-kept" content="page">';
const IN_PLACE = '<head><meta name="broadsheet-kept" content="stand-in">';

beforeEach(() => {
  stored.clear();
  served.clear();
  network.asked.splice(0);
  network.isDown = false;
  registration["waiting"] = null;
  store(SHELL, "assets/a.js", "code");
  store(SHELL, "icon.svg", "icon of the app");
  for (const front of ["", "nl/"]) store(SHELL, `${front}offline`, page(`Not here (${front})`));
});

const textOf = async (...asked: Parameters<typeof get>): Promise<string | undefined> => (await get(...asked))?.text();

it.each([
  ["", true],
  ["topic/tides", true],
  ["nl/article/veer", true],
  ["article/ferry/versions", true],
  ["media/tide.mp3", true],
  ["books/tides.epub", true],
  ["print.pdf", true],
  ["feed.xml", false],
  ["pictures/ferry.webp", true],
  ["api/session", false],
  ["../elsewhere", false],
  ["../elsewhere.epub", false],
  ["https://other.example/paper/article/ferry", false],
  ["https://other.example/paper/media/tide.mp3", false],
])("a page, a recording or a book of the paper that is opened is answered without a network: %s, %s", async (file, isOurs) => {
  network.isDown = true;
  expect((await get(file).catch(() => "no picture")) !== undefined).toBe(isOurs);
});

it("leaves what a page fetches and is neither a file of the app, a picture, a recording nor data to the browser", async () => {
  for (const file of ["topic/tides", "books/tides.epub", "article/ferry"]) expect(await get(file, "cors")).toBeUndefined();
});

it("a page comes from the network and is stored without its query, so that it opens without a network, and without being read then", async () => {
  served.set("search?q=ferry", () => new Response(page("Search"), HTML));
  expect(await textOf("search?q=ferry")).toBe(page("Search"));
  expect(inCache("pages")).toEqual(["search"]);
  network.isDown = true;
  const reading = vi.spyOn(Response.prototype, "text");
  const answer = await get("search?q=tide");
  expect(reading).not.toHaveBeenCalled();
  reading.mockRestore();
  expect(await answer?.text()).toBe(page("Search").replace("<head>", `${FROM_DEVICE}<link rel=expect href=#menu blocking=render>`));
});

it("stores no page of another software, nor one that the server redirected", async () => {
  served.set("topic/tides", () => new Response("<html>Sign in to the Wi-Fi</html>", HTML));
  served.set("topic/cut", () => new Response(page("Cut off").replace("</html>", ""), HTML));
  class Redirected extends Response {
    override readonly redirected = true;
    override clone = () => this;
  }
  served.set("topic/old", () => new Redirected(page("Moved"), HTML));
  served.set("topic/text", () => new Response(page("Text"), { headers: { "content-type": "text/plain" } }));
  served.set("topic/part", () => new Response(page("A part"), { status: 206, ...HTML }));
  for (const topic of ["tides", "cut", "old", "text", "part"]) await get(`topic/${topic}`);
  expect(inCache("pages")).toEqual([]);
});

it("in place of a page that is not on the device, or whose code is not, the offline page of its edition is shown without its content", async () => {
  network.isDown = true;
  store("pages", "nl/topic/veer", page("Of an older version", "old"));
  const empty = `${IN_PLACE}<link rel=expect href=#menu blocking=render>`;
  for (const [file, front] of [
    ["nl/topic/veer", "nl/"],
    ["nl", "nl/"],
    ["topic/nl/tides", ""],
  ] as const) {
    const shown = await textOf(file);
    expect(shown).toBe(page("").replace("<head>", empty));
    expect(shown).not.toContain(`(${front})`);
  }
  store(SHELL, "nl/offline", page("Niet hier").replace("<html>", "<html lang=nl>"));
  expect(await textOf("nl/topic/veer")).toContain("<html lang=nl>");
  expect(await textOf("nl")).toContain("<html lang=nl>");
  expect(await textOf("topic/nl")).not.toContain("lang=nl");
  expect(await textOf("nl/offline")).toContain("Niet hier");
  expect((await get("nl/offline"))?.headers.get("content-type")).toBe(HTML.headers["content-type"]);
});

it("a story opens as it was last read, and is fetched for the next time", async () => {
  store("pages", "article/ferry", page("As it was read"));
  served.set("article/ferry", () => new Response(page("New"), HTML));
  expect(await textOf("article/ferry")).toContain("As it was read");
  expect(network.asked).toEqual(["article/ferry default"]);
  expect(await textOf("article/ferry")).toContain("New");
});

it("a story that is reloaded, its versions and any other page come from the network, even if they are stored", async () => {
  for (const file of ["article/ferry", "article/ferry/versions", "topic/tides"]) {
    store("pages", file, page("Stored"));
    served.set(file, () => new Response(page("New"), HTML));
  }
  expect(await textOf("article/ferry", "navigate", "reload")).toBe(page("New"));
  expect(await textOf("article/ferry/versions")).toBe(page("New"));
  expect(await textOf("topic/tides")).toBe(page("New"));
});

it("on an error of the server a page is shown as it is on the device, else the error", async () => {
  for (const file of ["topic/tides", "topic/kept", "topic/old", "topic/none"])
    served.set(file, () => new Response("Error 500", { status: 500 }));
  store("pages", "topic/tides", page("Stored"));
  store("kept", "topic/kept", page("Kept"));
  store("kept", "topic/tides", page("Kept long ago"));
  store("pages", "topic/old", page("Of an older version", "old"));
  expect(await textOf("topic/tides")).toContain("Stored");
  expect(await textOf("topic/kept")).toContain("Kept");
  expect(await textOf("topic/old")).toBe("Error 500");
  expect((await get("topic/none"))?.status).toBe(500);
});

it.each([404, 410])("deletes from the device what the server says is gone: %s", async (status) => {
  served.set("article/ferry", () => new Response("Gone", { status }));
  for (const cache of ["pages", "kept", "data"]) for (const slug of ["ferry", "tide"]) store(cache, `article/${slug}`, page("Stored"));
  expect(await textOf("article/ferry", "navigate", "reload")).toBe("Gone");
  for (const cache of ["pages", "kept", "data"]) expect(inCache(cache)).toEqual(["article/tide"]);
});

it("a body is read to its end before it is served while a new version waits, which may end this worker", async () => {
  for (const waiting of [null, {}]) {
    registration["waiting"] = waiting;
    let isAtEnd = false;
    const body = new ReadableStream(
      {
        pull(stream) {
          stream.enqueue(new TextEncoder().encode("<p>1</p>"));
          stream.close();
          isAtEnd = true;
        },
      },
      { highWaterMark: 0 },
    );
    const { bufferDuringUpdate } = await import("../../src/worker/plugins.ts");
    const response = new Response(body, { status: 206, ...HTML });
    const event = Object.assign(new Event("fetch"), { waitUntil: () => {} });
    const given = await bufferDuringUpdate.handlerWillRespond?.({ response, request: new Request(""), event });
    expect([isAtEnd, given?.status, await given?.text()]).toEqual([waiting !== null, 206, "<p>1</p>"]);
  }
});

it("data comes from the network, is stored if it is JSON, and comes from the device on errors", async () => {
  const data = (slug: string) => textOf(`data/article/${slug}.json`, "cors");
  served.set("data/article/ferry.json", () => Response.json("new"));
  store("data", "data/article/ferry.json", '"old"');
  expect(await data("ferry")).toBe('"new"');
  served.set("data/article/ferry.json", () => new Response("Error", { status: 503 }));
  expect(await data("ferry")).toBe('"new"');
  served.set("data/article/ferry.json", () => new Response("{", { headers: { "content-type": "application/json" } }));
  expect(await data("ferry")).toBe('"new"');
  served.set("data/article/none.json", () => new Response("Error", { status: 503 }));
  expect((await get("data/article/none.json", "cors"))?.status).toBe(503);
  expect(inCache("data")).toEqual(["data/article/ferry.json"]);
  network.isDown = true;
  store("kept", "data/article/kept.json", '"kept"');
  store(SHELL, "data/edition.json", '"edition"');
  expect(await data("kept")).toBe('"kept"');
  expect(await textOf("data/edition.json", "cors")).toBe('"edition"');
});

it("files of the app and shards come from the device, else from the network, and are stored only if they are whole", async () => {
  expect(await textOf("assets/a.js", "cors")).toBe("code");
  expect(network.asked).toEqual([]);
  stored.clear();
  served.set("assets/a.js", () => new Response("cut"));
  await expect(get("assets/a.js", "cors")).rejects.toThrow();
  expect(network.asked).toEqual(["assets/a.js default", "assets/a.js reload"]);
  served.set("assets/a.js", () => new Response("code"));
  served.set("assets/older.css", () => new Response("css", { headers: { "content-type": "text/css" } }));
  served.set("assets/older.js", () => new Response("<html>", HTML));
  expect([await textOf("assets/a.js", "cors"), await textOf("assets/older.css", "cors")]).toEqual(["code", "css"]);
  await expect(get("assets/older.js", "cors")).rejects.toThrow();
  await expect(get("data/search/1.bin", "cors").then((answer) => answer?.status)).resolves.toBe(404);
  expect(inCache("assets")).toEqual(["assets/a.js", "assets/older.css"]);
});

it("a picture on the device serves for its other widths, and a kept one too", async () => {
  const webp = { "content-type": "image/webp" };
  store("pictures", "pictures/ferry-800.webp", "800 wide", webp);
  store("pictures", "pictures/ferry-400.webp", null, { "Broadsheet-Same-As": `${PAPER}pictures/ferry-800.webp` });
  store("kept", "pictures/tide-800.webp", "kept", webp);
  served.set("pictures/ferry-400.webp", () => new Response("400 wide", { headers: webp }));
  const picture = (name: string) => textOf(`pictures/${name}.webp`, "no-cors");
  expect(await picture("ferry-800")).toBe("800 wide");
  expect(network.asked).toEqual([]);
  network.isDown = true;
  expect([await picture("ferry-800"), await picture("ferry-400"), await picture("tide-800")]).toEqual(["800 wide", "800 wide", "kept"]);
  network.isDown = false;
  expect(await picture("ferry-400")).toBe("400 wide");
});

it("the icon comes from the network, else from the device", async () => {
  served.set("icon.svg", () => new Response("new icon"));
  served.set("icon-192.png", () => new Response("small icon"));
  served.set("icon-512.png", () => new Response("large"));
  expect([await textOf("icon.svg", "no-cors"), await textOf("icon-192.png", "no-cors")]).toEqual(["new icon", "small icon"]);
  stored.delete("broadsheet:/paper/:assets");
  network.isDown = true;
  expect(await textOf("icon.svg", "no-cors")).toBe("icon of the app");
  expect(await get("icon-512.png", "no-cors")).toBeUndefined();
});

it("stores the pages, data and pictures of what was read, one after the other, but nothing that it stored lately", async () => {
  const ago = (minutes: number) => ({ ...HTML.headers, "Broadsheet-Kept": new Date(Date.now() - minutes * 60_000).toISOString() });
  store("pages", "topic/lately", page("Lately"), ago(29));
  store("pages", "topic/before", page("Before"), ago(31));
  store("pages", "topic/undated", page("Undated"));
  store("data", "data/lately.json", "1", ago(1));
  store("search", "data/search/0a1b.bin", "there");
  store("pictures", "pictures/there-400.webp", "400 wide", { "content-type": "image/webp" });
  for (const width of [400, 800]) store("pictures", `pictures/both-${width}.webp`, `${width} wide`, { "content-type": "image/webp" });
  const urls = (...files: string[]) => files.map((file) => PAPER + file);
  const data = {
    type: "visited",
    pages: urls("topic/lately", "topic/before", "topic/undated", "topic/new"),
    data: urls("data/lately.json", "data/new.json", "data/search/0a1b.bin", "data/search/2c3d.bin"),
    pictures: [
      { url: `${PAPER}pictures/new-800.webp`, others: urls("pictures/new-400.webp") },
      { url: `${PAPER}pictures/there-800.webp`, others: urls("pictures/there-400.webp", "pictures/there-200.webp") },
      { url: `${PAPER}pictures/both-800.webp`, others: urls("pictures/both-400.webp") },
    ],
  };
  for (const file of ["topic/before", "topic/new"]) served.set(file, () => new Response(page("New"), HTML));
  served.set("pictures/new-800.webp", () => new Response("800 wide", { headers: { "content-type": "image/webp" } }));
  await run("message", { data });
  const asked = network.asked.map((each) => each.split(" ")[0]);
  expect(asked.join(" ")).toBe("topic/before topic/undated topic/new data/new.json data/search/2c3d.bin pictures/new-800.webp");
  const pictures = [...(stored.get("broadsheet:/paper/:pictures") ?? [])].map(([url, answer]) => [
    url.slice(PAPER.length),
    answer.headers.get("Broadsheet-Same-As")?.slice(PAPER.length),
  ]);
  expect(pictures).toEqual([
    ["pictures/there-400.webp", undefined],
    ["pictures/both-400.webp", undefined],
    ["pictures/both-800.webp", undefined],
    ["pictures/new-800.webp", undefined],
    ["pictures/new-400.webp", "pictures/new-800.webp"],
    ["pictures/there-800.webp", "pictures/there-400.webp"],
    ["pictures/there-200.webp", "pictures/there-400.webp"],
  ]);
});

it("a new version takes over when the reader says so, and what is left is not stored", async () => {
  const data = { type: "visited", pages: [`${PAPER}topic/tides`, `${PAPER}topic/ferries`], data: [], pictures: [] };
  await run("message", { data: { type: "something of another version" } });
  expect(skipWaiting).not.toHaveBeenCalled();
  await run("message", { data: { type: "activate" } });
  expect(skipWaiting).toHaveBeenCalledOnce();
  await run("message", { data });
  expect(network.asked).toEqual([]);
});
