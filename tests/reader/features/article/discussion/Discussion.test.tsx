import { readFileSync } from "node:fs";
import { join } from "node:path";
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { type Files, renderApp } from "../../../../support/renderApp.tsx";

const show = (changes: Partial<Article>, files: Files = {}) =>
  renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article: anArticle(changes) }), ...files });

const paragraph = (text: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text }] });

it("shows comments with their replies, who wrote them and when, and how many there are", async () => {
  await show({
    comments: [
      {
        id: "7",
        author: "Ada",
        datePublished: "2024-04-23T08:00:00Z",
        upvoteCount: 2,
        body: [paragraph("Well said.")],
        replies: [
          { id: "8", upvoteCount: 0, body: [paragraph("Not at all.")], replies: [] },
          { id: "9", author: "Ben", body: [paragraph("Quite.")], replies: [] },
        ],
      },
    ],
  });
  const section = screen.getByRole("region", { name: "3 comments" });
  const [ada, unnamed, ben] = within(section).getAllByRole("listitem");
  expect([ada?.id, unnamed?.id, ben?.id]).toEqual(["comment-7", "comment-8", "comment-9"]);
  expect(within(section).getByRole("link", { name: "23 April 2024, 08:00" })).toHaveAttribute("href", "#comment-7");
  expect(ada).toHaveTextContent("Ada23 April 2024, 08:00Well said.2 likesAnonymousNot at all.BenQuite.");
  expect(unnamed).toHaveTextContent(/^AnonymousNot at all\.$/u);
  expect(section.querySelectorAll("ol")).toHaveLength(2);
  expect(screen.queryByRole("region", { name: "Discussion" })).not.toBeInTheDocument();
});

it("a discussion elsewhere is only linked to", async () => {
  const discussion = "https://forum.example/t/5";
  await show({ discussion });
  const section = screen.getByRole("region", { name: "Discussion" });
  expect(within(section).getByRole("link", { name: "Discuss at forum.example" })).toHaveAttribute("href", discussion);
  expect(within(section).queryByRole("button")).not.toBeInTheDocument();
});

const ADDRESS = "https://mastodon.example/@paper/1";
const API = "https://mastodon.example/api/v1/statuses/1";
const status = (id: string, changes: object = {}) => ({
  id,
  in_reply_to_id: "1",
  created_at: "2026-03-01T08:00:00.000Z",
  content: `<p>Reply ${id}</p>`,
  account: { acct: `u${id}`, display_name: `User ${id}` },
  url: `https://mastodon.example/@u/${id}`,
  ...changes,
});

it("shows the replies to a post on Mastodon once the reader asks for them, each with what its network counts", async () => {
  const descendants = [
    status("2", { favourites_count: 3, reblogs_count: 1, language: "de", media_attachments: [{}, {}] }),
    status("3", { in_reply_to_id: "2", spoiler_text: "the end", url: null, media_attachments: [{}] }),
    status("4", { sensitive: true }),
    status("5", { account: { acct: "u5", display_name: "User 5", limited: true } }),
  ];
  const post = { ...status("1", { favourites_count: 5, reblogs_count: 2, replies_count: 9 }), in_reply_to_id: null };
  const { user, asked } = await show({ discussion: ADDRESS }, { [API]: post, [`${API}/context`]: { descendants } });
  const section = screen.getByRole("region", { name: "Discussion" });
  const notice = within(section).getByRole("status");
  expect(notice).toHaveTextContent("If you show them, mastodon.example will see your IP address.");
  expect(notice).toHaveClass("needs-script");
  expect(within(section).getByRole("link", { name: "Discuss at mastodon.example" })).toHaveAttribute("href", ADDRESS);
  expect(asked.filter((each) => each.startsWith("https:"))).toEqual([]);
  await user.click(within(section).getByRole("button", { name: "Show replies" }));
  expect(await within(section).findByText("4 replies · 5 favourites · 2 boosts")).toBe(notice);
  expect(notice).toHaveFocus();
  expect(notice).not.toHaveClass("needs-script");
  expect(within(section).queryByRole("button")).not.toBeInTheDocument();
  expect(within(section).getByRole("link", { name: "Reply at mastodon.example" })).toBeInTheDocument();
  const [two, three, four, five] = within(section).getAllByRole("listitem");
  expect(two).toHaveTextContent(/^User 2@u2@mastodon.example1 March 2026, 08:00Reply 22 attachments3 favourites1 boostUser 3/u);
  expect(within(section).getByRole("link", { name: "2 attachments" })).toHaveAttribute("href", "https://mastodon.example/@u/2");
  expect(section.querySelector("[lang=de]")).toHaveTextContent("Reply 2");
  expect(three).toHaveTextContent(/^User 3@u3@mastodon.example1 March 2026, 08:00Content warning: the endReply 3$/u);
  expect(four).toHaveTextContent("Sensitive contentReply 4");
  expect(five).toHaveTextContent("Hidden by the moderators of mastodon.exampleReply 5");
  expect(section.querySelectorAll("details")).toHaveLength(3);
  expect(section).toHaveTextContent("Some replies can be read only at mastodon.example.");
});

it("says why replies did not come, and asks again", async () => {
  let answer: unknown = new Response("", { status: 503 });
  const descendants: object[] = [];
  const files = { [API]: () => answer, [`${API}/context`]: () => ({ descendants }) };
  const { user } = await show({ discussion: ADDRESS }, files);
  await user.click(screen.getByRole("button", { name: "Show replies" }));
  expect(await screen.findByText("mastodon.example cannot be reached.")).toBeVisible();
  answer = { ...status("1"), in_reply_to_id: null };
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("No replies yet")).toBeVisible();
  expect(screen.queryByText(/can be read only/u)).not.toBeInTheDocument();
});

it("names the replies on Bluesky that are not shown, and counts what its network counts", async () => {
  const { did, thread } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../fixtures/discussion/bluesky.json"), "utf8"));
  const uri = encodeURIComponent(`at://${did.did}/app.bsky.feed.post/3lroot`);
  const api = `https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri=${uri}&depth=20&parentHeight=0`;
  const { user } = await show({ discussion: `https://bsky.app/profile/${did.did}/post/3lroot` }, { [api]: thread });
  await user.click(screen.getByRole("button", { name: "Show replies" }));
  const section = screen.getByRole("region", { name: "Discussion" });
  expect(await within(section).findByText("3 replies · 20 likes · 4 reposts")).toBeVisible();
  const hints = within(section).getAllByText(/^A reply/u);
  expect(hints.map(({ textContent }) => textContent)).toEqual([
    "A reply that has been deleted or is not public",
    "A reply that is blocked",
    "A reply that bsky.app shows only to people who have signed in",
    "A reply that has been hidden",
  ]);
  expect(hints.map(({ tagName }) => tagName)).toEqual(["P", "P", "A", "P"]);
});
