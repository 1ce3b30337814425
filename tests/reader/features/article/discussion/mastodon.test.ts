import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, it } from "vitest";
import { ContractError } from "#content/parse.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { mastodonThread } from "#reader/features/article/discussion/mastodon.ts";
import type { Answer } from "#reader/features/article/discussion/thread.ts";

const file = join(import.meta.dirname, "../../../../fixtures/discussion/mastodon.json");
const given = v.parse(
  v.object({ status: v.record(v.string(), v.unknown()), context: v.unknown() }),
  JSON.parse(readFileSync(file, "utf8")),
);
const ID = "116000000000000001";

const threadOf = (status: unknown = given.status, context: unknown = given.context) =>
  mastodonThread(ID, "mastodon.example", (path) =>
    Promise.resolve({ [`/api/v1/statuses/${ID}`]: status, [`/api/v1/statuses/${ID}/context`]: context }[path]),
  );

/** By whom they are, in their order. */
const outline = (answers: Answer[]): unknown[] =>
  answers.map((answer) => [answer.type === "reply" ? answer.handle : answer.why, ...outline(answer.replies)]);

it("threads replies by what they answer; what is private is left out, and what answers a lost one stands below it", async () => {
  const { replies, ...counts } = await threadOf();
  expect(outline(replies)).toEqual([
    ["@ada@mastodon.example", ["@ben@elsewhere.example", ["@ada@mastodon.example"]]],
    ["@mallory@hostile.example"],
    ["@cleo@mastodon.example"],
    ["@fred@elsewhere.example"],
    ["gone", ["@dora@mastodon.example"]],
  ]);
  expect(counts).toEqual({ likes: 12, reposts: 5, isPartial: true });
});

it("has each reply once, however often a server says it", async () => {
  const context = v.parse(v.object({ descendants: v.array(v.unknown()) }), given.context);
  const twice = { ...context, descendants: [...context.descendants, ...context.descendants, given.status] };
  expect(outline((await threadOf(given.status, twice)).replies)).toEqual(outline((await threadOf()).replies));
});

it("reads a reply: who, when, where, its text with its links as Mastodon shows them, and its votes", async () => {
  const { replies } = await threadOf();
  expect(replies[0]).toMatchObject({
    author: "Ada Example",
    date: "2026-03-01T08:30:00.000Z",
    url: "https://mastodon.example/@ada/116000000000000002",
    likes: 3,
    reposts: 1,
    folded: undefined,
    body: [
      {
        type: "paragraph",
        children: [
          { type: "link", url: "https://mastodon.example/@paper" },
          { type: "text", text: " At last & on time." },
          { type: "break" },
          { type: "text", text: "The timetable: " },
          {
            type: "link",
            url: "https://harbour.example.org/timetable/2026/spring",
            children: [
              { type: "text", text: "harbour.example.org/timetable/" },
              { type: "text", text: "…" },
            ],
          },
        ],
      },
      { type: "paragraph", children: [{ type: "text", text: "See you <there>." }] },
    ],
  });
});

it("folds what has a warning, is sensitive or by an author whom the server hides, and counts pictures", async () => {
  const { replies } = await threadOf();
  const [, , cleo, fred] = replies;
  expect(cleo).toMatchObject({ folded: { warning: "An accident" }, attachments: 1 });
  expect(fred).toMatchObject({ folded: "limited", language: "ar" });
});

it("takes no address but one of the web", async () => {
  const { replies } = await threadOf();
  expect(replies[1]).toMatchObject({ type: "reply", url: undefined });
  expect(JSON.stringify(replies)).not.toContain("javascript:");
});

it("leaves out a status that it cannot read, and refuses an answer that is none", async () => {
  const { replies, isPartial } = await threadOf({ ...given.status, replies_count: 0 }, { descendants: [{ id: 1 }, null, "x"] });
  expect(replies).toEqual([]);
  expect(isPartial).toBe(false);
  await expect(threadOf({ error: "This method requires an authenticated user" })).rejects.toThrow(ContractError);
});

it("ends where statuses answer each other", async () => {
  const base = { ...given.status, replies_count: 0 };
  const circle = [
    { ...base, id: "a", in_reply_to_id: "b" },
    { ...base, id: "b", in_reply_to_id: "a" },
    { ...base, id: "c", in_reply_to_id: ID, content: "<p>Here</p>" },
  ];
  const { replies } = await threadOf(base, { descendants: circle });
  expect(replies).toHaveLength(1);
  const [reply] = replies;
  expect(reply?.type === "reply" && plainText(reply.body)).toBe("Here");
});
