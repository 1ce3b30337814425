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
const LIVE = "article/landing/live.json?now";
const PAGE = "article/landing.json?now";
const file = (posts: Post[], more: Partial<LiveFile> = {}): LiveFile => ({ newest: ["aa", "a"], posts, ...more });

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

/** The files of posts by themselves. */
const own = (...posts: Post[]): Files => {
  const story = { slug: "landing", headline: "The landing", inLanguage: "en", direction: "ltr" };
  return Object.fromEntries(posts.map((each) => [`article/landing/post/${each.id}.json?now`, { story, posts: [each] }]));
};
const reworded = (id: string): Post => ({
  ...post(id),
  children: [{ type: "paragraph", children: [{ type: "text", text: `Better words of ${id}.` }] }],
});

/** An open live blog, and what its server has from now on. */
async function open(...body: Post[]) {
  const blog = { ...liveBlog, count: body.length };
  const files = { "article/landing.json": body.length > 0 ? { ...page, article: { ...page.article, liveBlog: blog, body } } : page };
  const app = await renderApp("/article/landing", files);
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

it("goes on with the focus from the first of the posts that it was asked to show", async () => {
  const { ask, user } = await open();
  await ask({ [LIVE]: file([post("aaa"), post("aa")], { newest: ["aaa", "aa", "a"] }) });
  screen.getByRole("button", { name: "2 new posts" }).focus();
  await user.keyboard("{Enter}");
  expect(document.querySelector("#post-aaa")).toContainElement(screen.getByText("Words of aaa."));
  expect(document.querySelector("#post-aaa a")).toHaveFocus();
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
  await ask({ [LIVE]: file([]), [PAGE]: new Response("No", { status: 500 }) });
  await user.click(screen.getByRole("button", { name: "1 new post" }));
  expect(await screen.findByText(/This part did not load/u)).toBeInTheDocument();
  served[PAGE] = { ...page, article: { ...page.article, body: [post("aa"), post("a")] } };
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Words of aa.")).toBeInTheDocument();
});

it("puts an edited post right where it stands, from its own file, and says so", async () => {
  const { ask, served } = await open();
  const edited: Post = { ...post("a"), children: [{ type: "paragraph", children: [{ type: "text", text: "Better words." }] }] };
  Object.assign(served, own(edited));
  await ask({ [LIVE]: file([], { newest: ["a"], stamps: [stampOf(edited)] }) });
  expect(await screen.findByText("Better words.")).toBeInTheDocument();
  expect(screen.queryByText("Words of a.")).not.toBeInTheDocument();
  expect(screen.getByText("Edited")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /new post/u })).not.toBeInTheDocument();
});

it("says of a post that was withdrawn that it was, in its place", async () => {
  const { ask } = await open();
  await ask({ [LIVE]: file([], { newest: [], stamps: [], isAll: true }) });
  expect(await screen.findByText("This post was withdrawn.")).toBeInTheDocument();
  expect(screen.queryByText("Words of a.")).not.toBeInTheDocument();
  expect(screen.getByText("0 posts")).toBeInTheDocument();
});

it("believes no file that is older than what is shown", async () => {
  const shown = [post("aaa"), reworded("aa"), post("a")];
  const { ask, asked } = await open(...shown);
  const old = file([post("aa"), post("a")], { newest: ["aa", "a"], stamps: [post("aa"), post("a")].map(stampOf), isAll: true });
  for (let poll = 0; poll < 6; poll += 1) await ask({ ...own(...shown), [LIVE]: old });
  expect(screen.getByText("Words of aaa.")).toBeInTheDocument();
  expect(screen.getByText("Better words of aa.")).toBeInTheDocument();
  expect(screen.queryByText("Edited")).not.toBeInTheDocument();
  expect(screen.getByText("3 posts")).toBeInTheDocument();
  expect(asked.filter((name) => name.includes("/post/"))).toHaveLength(8);
});

it("shows a post again that was withdrawn and came back", async () => {
  const { ask } = await open(post("aa"), post("a"));
  await ask({ [LIVE]: file([], { newest: ["a"], stamps: [stampOf(post("a"))], isAll: true }) });
  expect(await screen.findByText("This post was withdrawn.")).toBeInTheDocument();
  await ask({ ...own(post("aa")), [LIVE]: file([], { stamps: ["aa", "a"].map((id) => stampOf(post(id))), isAll: true }) });
  expect(await screen.findByText("Words of aa.")).toBeInTheDocument();
  expect(screen.queryByText("This post was withdrawn.")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /new post/u })).not.toBeInTheDocument();
  expect(screen.getByText("2 posts")).toBeInTheDocument();
});

it("keeps a post withdrawn that was taken since, when the page comes anew without it", async () => {
  const { ask, user, served, router } = await open();
  await ask({ [LIVE]: file([post("aa")]) });
  await user.click(screen.getByRole("button", { name: "1 new post" }));
  await ask({ [LIVE]: file([], { newest: ["a"], stamps: [stampOf(post("a"))], isAll: true }) });
  expect(await screen.findByText("This post was withdrawn.")).toBeInTheDocument();
  served["article/landing.json"] = { ...page, article: { ...page.article, body: [reworded("a")] } };
  // A page that is older than five minutes is fetched anew.
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 600_000);
  await act(() => router.revalidate());
  clock.mockRestore();
  expect(await screen.findByText("Better words of a.")).toBeInTheDocument();
  expect(screen.getByText("This post was withdrawn.")).toBeInTheDocument();
  expect(screen.queryByText("Words of aa.")).not.toBeInTheDocument();
});

it("moves no post that is edited, also where its moment changes or it is pinned", async () => {
  const { ask } = await open(post("aaa"), post("aa"), post("a"));
  const edited: Post = { ...reworded("a"), pinned: true, date: "2026-03-12T11:00:00Z" };
  const now = [edited, post("aaa"), post("aa")];
  await ask({ ...own(edited), [LIVE]: file([], { newest: now.map(({ id }) => id), stamps: now.map(stampOf), isAll: true }) });
  expect(await screen.findByText("Better words of a.")).toBeInTheDocument();
  expect([...document.querySelectorAll(".post")].map(({ id }) => id)).toEqual(["post-aaa", "post-aa", "post-a"]);
  expect(screen.queryByText("Pinned")).not.toBeInTheDocument();
});

it("puts the others right and asks on where one post does not come", async () => {
  const { ask, asked } = await open(post("aa"), post("a"));
  const now = [reworded("aa"), reworded("a")];
  const live = file([], { newest: ["aa", "a"], stamps: now.map(stampOf), isAll: true });
  await ask({ ...own(reworded("a")), [LIVE]: live });
  expect(await screen.findByText("Better words of a.")).toBeInTheDocument();
  expect(screen.getByText("Words of aa.")).toBeInTheDocument();
  asked.length = 0;
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(asked.filter((name) => name === LIVE)).toHaveLength(1);
  await ask(own(reworded("aa")));
  expect(await screen.findByText("Better words of aa.")).toBeInTheDocument();
});

it("does not say Edited where only the stamp is another, as that of another version", async () => {
  const { ask } = await open();
  await ask({ ...own(post("a")), [LIVE]: file([], { newest: ["a"], stamps: ["other"], isAll: true }) });
  expect(screen.getByText("Words of a.")).toBeInTheDocument();
  expect(screen.queryByText("Edited")).not.toBeInTheDocument();
});

it("keeps a pinned post above the others, in either order", async () => {
  const { user } = await open(post("aaa"), { ...post("aa"), pinned: true }, post("a"));
  await screen.findByText("Pinned");
  const order = () => [...document.querySelectorAll(".post")].map(({ id }) => id);
  expect(order()).toEqual(["post-aa", "post-aaa", "post-a"]);
  await user.click(screen.getByRole("button", { name: "Oldest first" }));
  expect(order()).toEqual(["post-aa", "post-a", "post-aaa"]);
});
