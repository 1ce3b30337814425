import { Blob } from "node:buffer";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { KeptRecord } from "#reader/device/kept/keptRecord.ts";
import { jobOf, stopJob } from "#reader/device/kept/jobs.ts";
import { keepRecording, keptAs, keptRecordingId } from "#reader/recordings/keepRecording.ts";
import type { Playable } from "#reader/recordings/trackPlayer.ts";

/** The device's database, as a map. */
const records = vi.hoisted(() => new Map<string, KeptRecord>());
vi.mock("#reader/device/kept/records.ts", () => ({
  allRecords: async () => [...records.values()],
  readRecord: async (id: string) => structuredClone(records.get(id)),
  writeRecord: async (record: KeptRecord) => void records.set(record.id, structuredClone(record)),
  deleteRecord: async (id: string) => void records.delete(id),
}));

const PAGE = "/article/tide";
const FIRST: Playable = { kind: "narration", url: "/media/tide-11111111.mp3", sentences: "/media/tide-22222222.json", size: 900 };
const ANEW: Playable = { ...FIRST, url: "/media/tide-33333333.mp3", sentences: "/media/tide-44444444.json", size: 1000 };
const ID = keptRecordingId(FIRST, PAGE);

let stored: Map<string, KeptRecord | undefined>;
let asked: string[];
let answers: Record<string, () => Response>;
let onPut: (path: string) => void;

const sound = (size: number, type = "audio/mpeg") => new Response(new Uint8Array(size), { headers: { "content-type": type } });
const portal = () => new Response("<html>Log in</html>", { headers: { "content-type": "text/html" } });
/** An answer that another address gave. */
const redirected = (answer: Response) => Object.defineProperty(answer, "redirected", { value: true });

beforeEach(() => {
  records.clear();
  stored = new Map();
  asked = [];
  onPut = () => {};
  answers = {
    [FIRST.url]: () => sound(900),
    [ANEW.url]: () => sound(1000),
    "/data/article/tide.json": () => Response.json({}),
    "/media/tide-22222222.json": () => Response.json([]),
    "/media/tide-44444444.json": () => Response.json([]),
  };
  const cache = {
    put: async (url: string) => {
      const { pathname } = new URL(url);
      onPut(pathname);
      stored.set(pathname, structuredClone(records.get(ID)));
    },
    delete: async (url: string) => stored.delete(new URL(url).pathname),
    keys: async () => [...stored.keys()].map((path) => new Request(new URL(path, location.href))),
  };
  // That of jsdom has no stream, which an answer is made of.
  vi.stubGlobal("Blob", Blob);
  vi.stubGlobal("caches", { has: async () => true, open: async () => cache });
  vi.stubGlobal("fetch", async (url: string, { signal }: { signal: AbortSignal }) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    signal.throwIfAborted();
    return answers[pathname]?.() ?? new Response("", { status: 404 });
  });
});

const isKept = async (id: string, url: string) => (await keptAs(id, url)) === "here";
const jobState = () => jobOf(ID)?.state;
const keep = (recording = FIRST) => keepRecording(recording, "The tide", PAGE);

describe("a recording that the reader keeps", () => {
  it("is here with its page and its sentences", async () => {
    await keep();
    expect(new Set(stored.keys())).toEqual(new Set(["/data/article/tide.json", FIRST.url, FIRST.sentences]));
    expect(records.get(ID)).toMatchObject({ name: "The tide", path: PAGE, whole: true });
    expect(await isKept(ID, FIRST.url)).toBe(true);
  });

  it.each([
    ["the page of another network", FIRST.url, portal],
    ["another file than was asked for", FIRST.url, () => redirected(sound(900))],
    ["half of it", FIRST.url, () => sound(450)],
    ["a page in place of its sentences", "/media/tide-22222222.json", portal],
    ["a page in place of the story", "/data/article/tide.json", portal],
  ])("is not kept where the server sends %s", async (_name, path, answer) => {
    answers[path] = answer;
    await keep();
    expect([...stored.keys()]).toEqual([]);
    expect(await isKept(ID, FIRST.url)).toBe(false);
  });

  it("is kept from a host that does not know its kind", async () => {
    answers[FIRST.url] = () => sound(900, "application/octet-stream");
    await keep();
    expect(await isKept(ID, FIRST.url)).toBe(true);
  });

  it("leaves nothing on a device that is full, and nothing before it is known of", async () => {
    onPut = (path) => {
      if (path === FIRST.url) throw new DOMException("full", "QuotaExceededError");
    };
    await keep();
    expect([...stored.keys(), ...records.keys()]).toEqual([]);
    onPut = () => {};
    await keep();
    expect([...stored.values()].map((record) => record?.files.length)).toEqual([3, 3, 3]);
  });

  it("leaves nothing where it is stopped while it is put there", async () => {
    onPut = () => void stopJob(ID);
    await keep();
    expect([...stored.keys(), ...records.keys()]).toEqual([]);
  });

  it("is fetched once when it is asked for twice", async () => {
    await Promise.all([keep(), keep()]);
    expect(asked.filter((path) => path === FIRST.url)).toHaveLength(1);
  });

  it("can be kept anew when its story was narrated anew, in place of the old one", async () => {
    await keep();
    expect(await isKept(keptRecordingId(ANEW, PAGE), ANEW.url)).toBe(false);
    await keep(ANEW);
    expect([...records.keys()]).toEqual([ID]);
    expect(new Set(stored.keys())).toEqual(new Set(["/data/article/tide.json", ANEW.url, ANEW.sentences]));
    expect(await isKept(ID, ANEW.url)).toBe(true);
  });

  it("is told from an older one, which gives way to it without a press, or stays without a word", async () => {
    await keep();
    expect(await keptAs(ID, ANEW.url)).toBe("older");
    answers[ANEW.url] = portal;
    await keepRecording(ANEW, "The tide", PAGE, true);
    expect([await keptAs(ID, FIRST.url), jobState()]).toEqual(["here", undefined]);
    answers[ANEW.url] = () => sound(1000);
    await keepRecording(ANEW, "The tide", PAGE, true);
    expect([await keptAs(ID, ANEW.url), jobState()]).toEqual(["here", "whole"]);
  });

  it("is a film with its captions and the picture that stands for it, but for those of other hosts", async () => {
    answers["/media/film-1.mp4"] = () => sound(9_000_000, "video/mp4");
    answers["/media/film-2.vtt"] = () => new Response("WEBVTT", { headers: { "content-type": "text/vtt" } });
    answers["/pictures/film-3.webp"] = () => sound(10, "image/webp");
    const film = {
      type: "video" as const,
      url: "/media/film-1.mp4",
      mediaType: "video/mp4",
      size: 9_000_000,
      poster: "/pictures/film-3.webp",
      captions: [{ url: "/media/film-2.vtt", language: "en" }, { url: "https://elsewhere.example/fr.vtt" }],
    };
    await keepRecording(film, "Waves", PAGE);
    expect(new Set(stored.keys())).toEqual(
      new Set(["/data/article/tide.json", "/media/film-1.mp4", "/media/film-2.vtt", "/pictures/film-3.webp"]),
    );
    expect(records.get(film.url)).toMatchObject({ name: "Waves", path: PAGE, whole: true });
    answers["/media/film-2.vtt"] = portal;
    await keepRecording({ ...film, url: "/media/film-1.mp4", poster: undefined }, "Waves", PAGE);
    expect(await keptAs(film.url, film.url)).toBe("here");
  });

  it("stays whole where there is no room for the new one beside it", async () => {
    await keep();
    onPut = (path) => {
      if (path === ANEW.url) throw new DOMException("full", "QuotaExceededError");
    };
    await keepRecording(ANEW, "The tide", PAGE, true);
    expect(await keptAs(ID, ANEW.url)).toBe("older");
    expect(new Set(stored.keys())).toEqual(new Set(["/data/article/tide.json", FIRST.url, FIRST.sentences]));
    expect(stored.get("/data/article/tide.json")?.files).toHaveLength(3);
  });

  it("is a film without its picture where that does not come", async () => {
    answers["/media/film-1.mp4"] = () => sound(100, "video/mp4");
    const film = { type: "video" as const, url: "/media/film-1.mp4", mediaType: "video/mp4", size: 100, poster: "/pictures/gone.webp" };
    await keepRecording(film, "Waves", PAGE);
    expect(await keptAs(film.url, film.url)).toBe("here");
  });

  it("stays when a new one does not come", async () => {
    await keep();
    answers[ANEW.url] = portal;
    await keep(ANEW);
    expect(await isKept(ID, FIRST.url)).toBe(true);
    expect([...stored.keys()]).toContain(FIRST.url);
  });
});
