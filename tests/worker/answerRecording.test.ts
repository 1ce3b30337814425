import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";

const URL_OF = "https://post.example/paper/media/tide-0a1b2c3d.mp3";
const BYTES = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);

const kept = new Map<string, Response>();
const asked: string[] = [];
let answer: (asked: { request: Request }) => Promise<Response>;

beforeAll(async () => {
  const broadsheet = { version: "1", base: "/paper/", fronts: ["/paper/"], data: "/paper/data/", shell: [], digests: {} };
  vi.stubGlobal("self", { broadsheet, location: { origin: "https://post.example" } });
  vi.stubGlobal("caches", { match: async (url: string, { cacheName }: { cacheName: string }) => kept.get(`${cacheName} ${url}`)?.clone() });
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(`${request.url} ${request.headers.get("range")}`);
    return new Response("of the server", { status: 206 });
  });
  // Another test may have loaded the settings of its own paper.
  vi.resetModules();
  const { nameOf } = await import("../../src/worker/caches.ts");
  kept.set(`${nameOf("kept")} ${URL_OF}`, new Response(BYTES, { headers: { "content-type": "audio/mpeg" } }));
  answer = (await import("../../src/worker/answerRecording.ts")).answerRecording;
});

afterEach(() => void asked.splice(0));
afterAll(() => vi.unstubAllGlobals());

const ask = (range?: string, url = URL_OF) => answer({ request: new Request(url, range === undefined ? {} : { headers: { range } }) });

it.each([
  ["from a place on", "bytes=990-", 990, 999],
  ["a piece", "bytes=10-19", 10, 19],
  ["one byte", "bytes=0-0", 0, 0],
  ["more than there is", "bytes=900-99999999", 900, 999],
  ["the end", "bytes=-20", 980, 999],
  ["an end that is longer than all", "bytes=-5000", 0, 999],
])("of a kept recording the piece is given that is asked for: %s", async (_name, range, first, last) => {
  const piece = await ask(range);
  expect(piece.status).toBe(206);
  expect(Object.fromEntries(piece.headers)).toEqual({
    "content-type": "audio/mpeg",
    "content-range": `bytes ${first}-${last}/1000`,
    "content-length": String(last - first + 1),
  });
  expect(new Uint8Array(await piece.arrayBuffer())).toEqual(BYTES.slice(first, last + 1));
  expect(asked).toEqual([]);
});

it.each(["bytes=1000-", "bytes=500000-600000", "bytes=-0"])("of %s, where nothing is, it says how long it is", async (range) => {
  const none = await ask(range);
  expect([none.status, none.headers.get("content-range"), await none.text()]).toEqual([416, "bytes */1000", ""]);
});

it.each([undefined, "bytes=9-3", "bytes=0-1,5-6", "bytes=-", "lines=1-2", "bytes=a-b"])("all is given for %s", async (range) => {
  const whole = await ask(range);
  expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 1000]);
});

it("a recording that is not kept comes from the server as it is, in the piece that is asked for", async () => {
  const other = URL_OF.replace("tide", "wind");
  expect(await (await ask("bytes=5-9", other)).text()).toBe("of the server");
  expect(asked).toEqual([`${other} bytes=5-9`]);
});
