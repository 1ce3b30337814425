import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, it } from "vitest";
import { ContractError } from "#content/parse.ts";
import { blueskyThread } from "#reader/features/article/discussion/bluesky.ts";
import type { Answer } from "#reader/features/article/discussion/thread.ts";

const file = join(import.meta.dirname, "../../../../fixtures/discussion/bluesky.json");
const given = v.parse(v.object({ did: v.object({ did: v.string() }), thread: v.unknown() }), JSON.parse(readFileSync(file, "utf8")));

/** @returns what came, and what was asked */
async function threadOf(actor: string, thread: unknown = given.thread) {
  const asked: string[] = [];
  const found = await blueskyThread(actor, "3lroot", (path) => {
    asked.push(path);
    return Promise.resolve(path.startsWith("/xrpc/com.atproto.identity.resolveHandle?") ? given.did : thread);
  });
  return { ...found, asked };
}

const outline = (answers: Answer[]): unknown[] =>
  answers.map((answer) => [answer.type === "reply" ? answer.handle : answer.why, ...outline(answer.replies)]);

it("asks for the thread by the account's DID, which it looks up for a handle", async () => {
  const uri =
    "/xrpc/app.bsky.feed.getPostThread?uri=at%3A%2F%2Fdid%3Aplc%3Apaper000000000000000000%2Fapp.bsky.feed.post%2F3lroot&depth=20&parentHeight=0";
  expect((await threadOf("paper.example")).asked).toEqual(["/xrpc/com.atproto.identity.resolveHandle?handle=paper.example", uri]);
  expect((await threadOf(given.did.did)).asked).toEqual([uri]);
});

it("threads replies, and says which are gone, blocked, for those who signed in, or hidden by the account that posted the story", async () => {
  const { replies, likes, reposts, isPartial } = await threadOf("paper.example");
  expect(outline(replies)).toEqual([
    ["@ada.bsky.social", ["@ben.example"]],
    ["gone"],
    ["blocked"],
    ["closed"],
    ["@cleo.example"],
    ["hidden"],
  ]);
  expect({ likes, reposts, isPartial }).toEqual({ likes: 20, reposts: 4, isPartial: false });
  expect(JSON.stringify(replies)).not.toMatch(/For those signed in|Off topic/u);
});

it("makes links of facets, which count bytes, and none that is not of the web", async () => {
  const { replies } = await threadOf("paper.example");
  const text = (words: string) => ({ type: "text", text: words });
  const link = (url: string, words: string) => ({ type: "link", url, children: [text(words)] });
  expect(replies[0]).toMatchObject({
    url: "https://bsky.app/profile/did:plc:ada/post/3la",
    body: [
      {
        type: "paragraph",
        children: [
          text("Schön — the timetable is at "),
          link("https://harbour.example.org/timetable", "harbour.example.org"),
          text(" 🚢 says "),
          link("https://bsky.app/profile/did%3Aplc%3Aben", "@ben.example"),
          text(""),
          { type: "break" },
          text("See you there. "),
          link("https://bsky.app/hashtag/ferries", "#ferries"),
          text(" press"),
        ],
      },
    ],
  });
});

it("folds what has a label, and counts pictures", async () => {
  const { replies } = await threadOf("paper.example");
  expect(replies[4]).toMatchObject({ folded: "sensitive", attachments: 2 });
});

it.each([[{ thread: { $type: "app.bsky.feed.defs#notFoundPost", uri: "at://x", notFound: true } }], [{ message: "no" }], [null]])(
  "refuses an answer without the post: %j",
  async (answer) => {
    await expect(threadOf("paper.example", answer)).rejects.toThrow(ContractError);
  },
);
