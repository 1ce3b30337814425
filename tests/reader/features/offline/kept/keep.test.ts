import { Blob } from "node:buffer";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import type { KeptRecord } from "#reader/device/kept/keptRecord.ts";
import { drop, keep, pause, type Source } from "#reader/features/offline/kept/keep.ts";
import { keepSaved } from "#reader/features/offline/kept/keepSaved.ts";
import { keepStory, keptStories } from "#reader/features/offline/kept/keepStory.ts";
import { setAddress } from "#reader/edition/address.ts";
import { anArticle, anArticlePage, anEdition } from "../../../../support/anArticle.ts";

/** The device's database, as a map. */
const records = vi.hoisted(() => new Map<string, KeptRecord>());
vi.mock("#reader/device/kept/records.ts", () => ({
  allRecords: async () => [...records.values()],
  readRecord: async (id: string) => structuredClone(records.get(id)),
  writeRecord: async (record: KeptRecord) => void records.set(record.id, structuredClone(record)),
  deleteRecord: async (id: string) => void records.delete(id),
}));

const picture = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "" };
/** The files on the device, with their sizes. */
let stored: Map<string, number>;
let headline: string;
let asked: string[];
let missing: string | undefined;
let cut: string | undefined;
let absent: string[];
let editions: LanguageEdition[] | undefined;
let onAsk: (path: string) => void;
let onPut: (url: string) => void;

beforeEach(() => {
  records.clear();
  stored = new Map();
  headline = "A story";
  asked = [];
  missing = undefined;
  cut = undefined;
  absent = [];
  editions = undefined;
  onAsk = () => {};
  onPut = () => {};
  const cache = {
    put: async (url: string, response: Response) => {
      onPut(url);
      stored.set(new URL(url).pathname, (await response.arrayBuffer()).byteLength);
    },
    delete: async (url: string) => stored.delete(new URL(url).pathname),
    keys: async () => [...stored.keys()].map((path) => new Request(new URL(path, location.href))),
  };
  // jsdom's has no stream, from which a response is made.
  vi.stubGlobal("Blob", Blob);
  vi.stubGlobal("caches", { has: async () => true, open: async () => cache });
  vi.stubGlobal("fetch", async (url: string, { signal }: { signal: AbortSignal }) => {
    const path = new URL(url).pathname;
    asked.push(path);
    onAsk(path);
    signal.throwIfAborted();
    if (path === missing) return new Response("", { status: 500 });
    if (path === cut) return new Response('{"article":{');
    if (absent.includes(path)) return new Response("", { status: 404 });
    if (path.endsWith("/edition.json")) return Response.json({ ...anEdition, editions });
    if (path.startsWith("/pictures/")) return new Response("<svg/>");
    return Response.json(anArticlePage({ article: anArticle({ headline, image: picture }) }));
  });
});

afterEach(() => setAddress({ base: "/", data: "/data/" }));

/** A list of three stories, without files of its own. */
const three: Source = async function* () {
  yield { files: [], slugs: ["one", "two", "three"] };
};

describe("what a reader asks to keep", () => {
  it("is stored with everything it needs: the stories, their pictures, the edition", async () => {
    await keep("/topic/x", "X", 3, three);
    expect(records.get("/topic/x")).toMatchObject({ whole: true, stories: ["one", "two", "three"], total: 3 });
    expect([...stored.keys()].toSorted()).toEqual([
      "/data/article/one.json",
      "/data/article/three.json",
      "/data/article/two.json",
      "/data/edition.json",
      "/pictures/x.svg",
    ]);
  });

  it("is counted in bytes, in any script", async () => {
    headline = "ボイジャー1号、再び意味のある信号を送る";
    await keep("/topic/x", "X", 3, three);
    expect(records.get("/topic/x")?.bytes).toBe([...stored.values()].reduce((sum, size) => sum + size, 0));
  });

  it("can be paused, and resumes where it stopped", async () => {
    onAsk = (path) => path.includes("two") && pause("/topic/x");
    await keep("/topic/x", "X", 3, three);
    expect(records.get("/topic/x")).toMatchObject({ whole: false, stories: ["one"] });
    onAsk = () => {};
    asked = [];
    await keep("/topic/x", "X", 3, three);
    expect(records.get("/topic/x")).toMatchObject({ whole: true, stories: ["one", "two", "three"] });
    expect(asked).not.toContain("/data/article/one.json");
  });

  it("is not called complete if a story did not load", async () => {
    missing = "/data/article/two.json";
    await keep("/topic/x", "X", 3, three);
    expect(records.get("/topic/x")).toMatchObject({ whole: false, stories: ["one"] });
  });

  it("is not replaced by half a file", async () => {
    cut = "/data/article/two.json";
    await keep("/topic/x", "X", 3, three);
    expect(records.get("/topic/x")).toMatchObject({ whole: false, stories: ["one"] });
    expect(stored).not.toContain("/data/article/two.json");
  });

  it("does without a picture that does not load", async () => {
    missing = "/pictures/x.svg";
    await keepStory("one", "One");
    expect(await keptStories()).toEqual(["one"]);
  });

  it("is fetched from another edition of the site if this one does not have it", async () => {
    editions = ["", "/nl", "/ar"].map((prefix) => ({ language: prefix.slice(1) || "en", prefix }));
    setAddress({ base: "/", data: "/data/nl/", prefix: "/nl" });
    absent = ["/data/nl/article/one.json", "/data/article/one.json"];
    await keepStory("one", "One");
    expect(await keptStories()).toEqual(["one"]);
    expect([...stored.keys()]).toEqual(expect.arrayContaining(["/data/ar/article/one.json", "/data/ar/edition.json"]));
    expect(records.get("/article/one")?.files).toContain(new URL("/data/ar/edition.json", location.href).href);
  });

  it("is deleted when it is dropped, except for what something else needs", async () => {
    await keep("/topic/x", "X", 3, three);
    await keepStory("two", "Two");
    await drop("/topic/x");
    expect([...stored.keys()].toSorted()).toEqual(["/data/article/two.json", "/data/edition.json", "/pictures/x.svg"]);
    await drop("/article/two");
    expect(stored.size).toBe(0);
  });

  it("is never on the device without a record that names it, wherever the tab is closed", async () => {
    const unnamed: string[] = [];
    onPut = (url) => {
      if (!records.get("/topic/x")?.files.includes(url)) unnamed.push(url);
    };
    await keep("/topic/x", "X", 3, three);
    expect([stored.size, unnamed]).toEqual([5, []]);
  });

  it("is gone once it is dropped while it is being stored", async () => {
    let dropped: Promise<void> | undefined;
    onPut = (url) => {
      if (url.includes("two")) dropped = drop("/topic/x");
    };
    await keep("/topic/x", "X", 3, three);
    await dropped;
    expect([...stored.keys(), ...records.keys()]).toEqual([]);
  });

  it("is deleted with a story that is no longer saved, even if it was incomplete, and so are files without a record", async () => {
    missing = "/data/article/one.json";
    await keepStory("one", "One");
    expect(records.get("/article/one")).toMatchObject({ whole: false });
    stored.set("/pictures/left.svg", 6);
    await keepSaved(new Map());
    expect([...stored.keys(), ...records.keys()]).toEqual([]);
  });

  it("is in step with what is saved: what is new or incomplete is fetched, and what is whole is left alone", async () => {
    await keepStory("one", "One");
    missing = "/data/article/two.json";
    await keepStory("two", "Two");
    missing = undefined;
    asked = [];
    const saved = new Map(["one", "two", "three"].map((slug) => [slug, { headline: slug }]));
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await keepSaved(saved);
    expect(asked).toEqual([]);
    online.mockReturnValue(true);
    await keepSaved(saved);
    expect(asked.filter((path) => path.startsWith("/data/article"))).toEqual(["/data/article/two.json", "/data/article/three.json"]);
    expect([...records.keys()].toSorted()).toEqual(["/article/one", "/article/three", "/article/two"]);
    expect(records.get("/article/two")).toMatchObject({ whole: true, name: "Two" });
    expect(records.get("/article/three")).toMatchObject({ whole: true, name: "three", path: "/article/three" });
    online.mockRestore();
  });
});
