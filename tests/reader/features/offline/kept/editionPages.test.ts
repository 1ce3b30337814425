import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { editionPages } from "#reader/features/offline/kept/editionPages.ts";
import { anEdition } from "../../../../support/anArticle.ts";

const list = (kind: string, slug: string) => ({ kind, slug, name: slug, count: 0, fullPages: 0, related: [], days: [] });

const FILES: Record<string, unknown> = {
  "latest.json": list("latest", ""),
  "front.json": {},
  "edition.json": { ...anEdition, sections: [] },
  "topics.json": { kind: "topic", count: 0, letters: [] },
  "places.json": { kind: "place", count: 0, letters: [] },
  "archive.json": { years: [] },
  "recent-threads.json": { ferry: ["struck", "raised"] },
  "thread/ferry.json": list("thread", "ferry"),
};

beforeEach(() => {
  vi.stubGlobal("fetch", async (url: string) => {
    const value = FILES[new URL(url).pathname.replace("/data/", "")];
    return value === undefined ? new Response("", { status: 404 }) : Response.json(value);
  });
});

afterEach(() => vi.unstubAllGlobals());

it("a whole edition has the threads of its newest stories, and the file that names them", async () => {
  const kept: string[] = [];
  for await (const { files } of editionPages(new AbortController().signal)) kept.push(...files.map(({ url }) => new URL(url).pathname));
  expect(kept).toEqual(expect.arrayContaining(["/data/recent-threads.json", "/data/thread/ferry.json"]));
});
