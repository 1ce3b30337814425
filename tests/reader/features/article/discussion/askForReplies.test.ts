import { afterEach, expect, it, vi } from "vitest";
import { postAt } from "#content/discussion.ts";
import { ContractError } from "#content/parse.ts";
import { HttpError } from "#reader/data/errors.ts";
import { askForReplies, failureOf } from "#reader/features/article/discussion/askForReplies.ts";
import type { Answer } from "#reader/features/article/discussion/thread.ts";

afterEach(() => vi.unstubAllGlobals());

const ADDRESS = "https://mastodon.example/@paper/1";

function aPost() {
  const post = postAt(ADDRESS);
  if (!post) throw new Error("It is no post.");
  return post;
}

const status = (id: string, parent: string | null) => ({
  id,
  in_reply_to_id: parent,
  created_at: "2026-03-01T08:00:00.000Z",
  content: `<p>${id}</p>`,
  account: { acct: id },
});

it("tells the server no more than that somebody asks, and stops nesting where a phone is too narrow", async () => {
  const asked: [string, RequestInit | undefined][] = [];
  const descendants = ["2", "3", "4", "5", "6", "7"].map((id) => status(id, String(Number(id) - 1)));
  vi.stubGlobal("fetch", (url: string, options?: RequestInit) => {
    asked.push([url, options]);
    return Promise.resolve(Response.json(url.endsWith("/context") ? { descendants } : status("1", null)));
  });
  const { replies } = await askForReplies(aPost(), new AbortController().signal);
  const nested = (answers: Answer[]): unknown[] =>
    answers.map((answer) => [answer.type === "reply" ? answer.author : "", ...nested(answer.replies)]);
  expect(nested(replies)).toEqual([["2", ["3", ["4", ["5"], ["6"], ["7"]]]]]);
  expect(asked.map(([url]) => url)).toEqual(["", "/context"].map((end) => `https://mastodon.example/api/v1/statuses/1${end}`));
  for (const [, options] of asked) expect(options).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
});

it.each([
  [new HttpError(404, ADDRESS), "gone"],
  [new HttpError(401, ADDRESS), "refused"],
  [new HttpError(429, ADDRESS), "busy"],
  [new HttpError(503, ADDRESS), "unreachable"],
  [new DOMException("No answer in time.", "TimeoutError"), "late"],
  [new SyntaxError("Unexpected token"), "broken"],
  [new ContractError("post", "id", "is missing", undefined), "broken"],
  [new TypeError("Failed to fetch"), "unreachable"],
])("%s means that it is %s", (error, failure) => {
  expect(failureOf(error)).toBe(failure);
});

it("tells a device without a connection from a server that is not there", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  expect(failureOf(new TypeError("Failed to fetch"))).toBe("offline");
  vi.restoreAllMocks();
});
