import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type LiveFile, type Post, stampOf } from "#content/liveBlog.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { type Files, renderApp } from "../../../../support/renderApp.tsx";

const post = (id: string): Post => ({
  type: "post",
  id,
  date: `2026-03-12T10:0${id.length}:00Z`,
  children: [{ type: "paragraph", children: [{ type: "text", text: `Words of ${id}.` }] }],
});

const liveBlog = { coverageStartTime: "2026-03-12T09:00:00Z", count: 1, keyEvents: [] };
const page = anArticlePage({ article: anArticle({ slug: "landing", headline: "The landing", liveBlog, body: [post("a")] }) });
const LIVE = "article/landing/live.json";
const file = (posts: Post[], more: Partial<LiveFile> = {}): LiveFile => ({ newest: ["aa", "a"], posts, ...more });

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

/** An open live blog, and what its server has from now on. */
async function open() {
  const app = await renderApp("/article/landing", { "article/landing.json": page });
  await screen.findByRole("button", { name: "Pause updates" });
  /** It asks when it hears that the connection is back. */
  const ask = (files: Files) =>
    act(async () => {
      Object.assign(app.served, files);
      dispatchEvent(new Event("online"));
      await vi.advanceTimersByTimeAsync(2000);
    });
  return { ...app, ask };
}

it("says that it has ended when the server does, and still offers the last post", async () => {
  const { ask, user } = await open();
  await ask({ [LIVE]: file([post("aa")], { ended: true }) });
  expect(screen.queryByRole("button", { name: "Pause updates" })).not.toBeInTheDocument();
  expect(screen.getByText("Coverage has ended")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "1 new post" }));
  expect(screen.getByText("Words of aa.")).toBeInTheDocument();
});

it("offers nothing that comes once it is paused", async () => {
  const { ask, user } = await open();
  let answer: (response: Response) => void = () => {};
  const late = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal("fetch", async () => late);
  await ask({});
  await user.click(screen.getByRole("button", { name: "Pause updates" }));
  await act(async () => {
    answer(Response.json(file([post("aa")])));
    await vi.advanceTimersByTimeAsync(10);
  });
  expect(screen.queryByRole("button", { name: "1 new post" })).not.toBeInTheDocument();
});

it("says that posts did not load, and offers them again", async () => {
  const { ask, user, served } = await open();
  await ask({ [LIVE]: file([]), "article/landing.json": new Response("No", { status: 500 }) });
  await user.click(screen.getByRole("button", { name: "1 new post" }));
  expect(await screen.findByText(/This part did not load/u)).toBeInTheDocument();
  served["article/landing.json"] = { ...page, article: { ...page.article, body: [post("aa"), post("a")] } };
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Words of aa.")).toBeInTheDocument();
});

it("puts an edited post right where it stands, from its own file where the small one has it not, and says so", async () => {
  const { ask, served } = await open();
  const edited: Post = { ...post("a"), children: [{ type: "paragraph", children: [{ type: "text", text: "Better words." }] }] };
  const story = { slug: "landing", headline: "The landing", inLanguage: "en", direction: "ltr" };
  served["article/landing/post/a.json"] = { story, posts: [edited] };
  await ask({ [LIVE]: file([], { newest: ["a"], stamps: [stampOf(edited)] }) });
  expect(await screen.findByText("Better words.")).toBeInTheDocument();
  expect(screen.queryByText("Words of a.")).not.toBeInTheDocument();
  expect(screen.getByText("Edited")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /new post/u })).not.toBeInTheDocument();
});

it("says of a post that was withdrawn that it was, in its place", async () => {
  const { ask } = await open();
  await ask({ [LIVE]: file([], { newest: [], stamps: [] }) });
  expect(await screen.findByText("This post was withdrawn.")).toBeInTheDocument();
  expect(screen.queryByText("Words of a.")).not.toBeInTheDocument();
  expect(screen.getByText("0 posts")).toBeInTheDocument();
});

it("keeps a pinned post above the others, in either order", async () => {
  const posts = [post("aaa"), { ...post("aa"), pinned: true }, post("a")];
  const blog = { ...liveBlog, count: 3 };
  const { user } = await renderApp("/article/landing", {
    "article/landing.json": { ...page, article: { ...page.article, liveBlog: blog, body: posts } },
  });
  await screen.findByText("Pinned");
  const order = () => [...document.querySelectorAll(".post")].map(({ id }) => id);
  expect(order()).toEqual(["post-aa", "post-aaa", "post-a"]);
  await user.click(screen.getByRole("button", { name: "Oldest first" }));
  expect(order()).toEqual(["post-aa", "post-a", "post-aaa"]);
});
