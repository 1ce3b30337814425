import { QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { BrokenFileError, ConnectionError, HttpError } from "#reader/data/errors.ts";
import { createQueryClient } from "#reader/data/queryClient.ts";

afterEach(() => void vi.restoreAllMocks());

const TIMEOUT = new DOMException("No answer in time.", "TimeoutError");

it.each<[string, Error, boolean]>([
  ["an error of the server", new HttpError(500, "/data/x.json"), true],
  ["a file that is not there", new HttpError(404, "/data/x.json"), false],
  ["a lost connection", new ConnectionError("/data/x.json", new TypeError("Failed to fetch")), true],
  ["a file that is cut off", new BrokenFileError("/data/x.json", new SyntaxError("Unexpected end")), true],
  ["an answer that took too long", new ConnectionError("/data/x.json", TIMEOUT), false],
  ["any other error", new Error("Bug"), false],
])("after %s a request is made twice more, if it may pass", (_name, error, isRetried) => {
  const { retry } = createQueryClient().getDefaultOptions().queries ?? {};
  if (typeof retry !== "function") throw new Error("It is always the same.");
  expect([0, 1, 2].map((failures) => retry(failures, error))).toEqual([isRetried, isRetried, false]);
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  expect(retry(0, error)).toBe(isRetried && error instanceof HttpError);
});

it("keeps the data of the last pages that nothing shows, and what many pages need", async () => {
  const client = createQueryClient();
  const read = (name: string) => client.fetchQuery({ queryKey: ["data", name], queryFn: () => name });
  const shown = new QueryObserver(client, { queryKey: ["data", "article/0.json"], queryFn: () => "shown" });
  const stop = shown.subscribe(() => {});
  await read("edition.json");
  for (let page = 0; page <= 60; page += 1) await read(`article/${page}.json`);
  const left = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey: [, name] }) => name);
  expect(left.slice(0, 3)).toEqual(["article/0.json", "edition.json", "article/21.json"]);
  expect(left.at(-1)).toBe("article/60.json");
  stop();
});
