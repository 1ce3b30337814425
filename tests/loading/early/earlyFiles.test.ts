import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchEarly, takeEarly } from "#loading/early/earlyFiles.ts";
import { ConnectionError } from "#reader/data/errors.ts";
import { fetchJson } from "#reader/data/fetchJson.ts";

const file = "article/tea.json";
const url = `/data/${file}`;
const get = () => fetchJson(file, new AbortController().signal);

afterEach(() => vi.unstubAllGlobals());

function answering(...answers: unknown[]) {
  const fetch = vi.fn(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return Response.json(answer);
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

describe("a file that was asked for before the app was there", () => {
  it("is not asked for again by the app", async () => {
    const fetch = answering({ tea: 1 });
    fetchEarly(url);
    await expect(get()).resolves.toEqual({ tea: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("is asked for anew by whoever wants it later", async () => {
    answering({ tea: 1 }, { tea: 2 });
    fetchEarly(url);
    await get();
    await expect(get()).resolves.toEqual({ tea: 2 });
  });

  it("fails where it is wanted and nowhere else, and can be tried again", async () => {
    answering(new TypeError("offline"), { tea: 2 });
    fetchEarly(url);
    await expect(get()).rejects.toBeInstanceOf(ConnectionError);
    await expect(get()).resolves.toEqual({ tea: 2 });
  });

  it("is unknown when nobody asked", () => {
    expect(takeEarly("/data/other.json")).toBeUndefined();
  });
});
