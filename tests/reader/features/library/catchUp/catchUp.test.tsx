import { act, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cachePrefix } from "#content/serviceWorker.ts";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const SINCE = "2024-04-10T08:00:00Z";

/** What is in the window. */
let inWindow: (() => void)[] = [];

afterEach(() => vi.useRealTimers());

beforeEach(() => {
  inWindow = [];
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly entries: { target: Element; isIntersecting: boolean }[] = [];
      constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        inWindow.push(() => tell(this.entries));
      }
      observe(target: Element) {
        this.entries.push({ target, isIntersecting: true });
      }
      disconnect() {}
      unobserve() {}
    },
  );
});

const teaser = (slug: string, headline: string, day: string, standfirst?: string) => ({
  slug,
  headline,
  ...(standfirst !== undefined && { standfirst }),
  datePublished: `${day}T07:10:00Z`,
  readingMinutes: 5,
});
const day = (...teasers: ReturnType<typeof teaser>[]) => ({ date: teasers[0]!.datePublished.slice(0, 10), teasers });
const list = (page: object, ...days: ReturnType<typeof day>[]) => ({
  kind: "latest",
  slug: "latest",
  name: "Latest",
  related: [],
  ...page,
  days,
});
const files = {
  "latest.json": list(
    { count: 4, fullPages: 2 },
    day(teaser("third", "The third", "2024-04-22", "In short.")),
    day(teaser("second", "The second", "2024-04-20")),
  ),
  "latest/page/2.json": list({ page: 2 }, day(teaser("first", "The first", "2024-04-12", "The first, in short."))),
  "latest/page/1.json": list({ page: 1 }, day(teaser("known", "Known before", "2024-04-09", "Old."))),
  "front.json": { lead: teaser("first", "The first", "2024-04-12"), also: [], latest: [], top: [], sections: [] },
  "article/second.json": anArticlePage({
    article: anArticle({
      slug: "second",
      headline: "The second",
      body: [{ type: "paragraph", children: [{ type: "text", text: "It begins here. It goes on." }] }],
    }),
  }),
};
const wasHere = (newest: string[]) =>
  localStorage.setItem(
    `${cachePrefix("/")}visits`,
    JSON.stringify({ now: { at: Date.now(), newest: ["third"] }, before: { at: Date.parse(SINCE), newest } }),
  );

test("on a first visit the page says what it is for", async () => {
  await renderApp("/catch-up", files);
  expect(await screen.findByText(/^When you come back after some hours/u)).toBeVisible();
});

test("what came since the last visit is told in the words of the stories, as the front page ranks it", async () => {
  wasHere(["known"]);
  const { asked } = await renderApp("/catch-up", files);
  const region = await screen.findByRole("region", { name: "3 stories since your last visit on Wednesday 10 April." });
  const headlines = within(region).getAllByRole("heading", { level: 3 });
  expect(headlines.map(({ textContent }) => textContent)).toEqual(["The first", "The third", "The second"]);
  expect(within(region).getByText("The first, in short.")).toBeVisible();
  expect(await within(region).findByText("It begins here. It goes on.")).toBeVisible();
  expect(asked).toContain("latest/page/1.json");
});

test("an entry in the window is read after a while; all of them at once by a button; the next time they are gone", async () => {
  wasHere(["known"]);
  const { user, go } = await renderApp("/catch-up", files);
  await screen.findByRole("region", { name: /3 stories/u });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  act(() => inWindow.forEach((show) => show()));
  const marks = () => screen.queryAllByText("Read", { selector: ".read-mark" });
  expect(marks()).toHaveLength(0);
  act(() => {
    vi.advanceTimersByTime(5000);
  });
  vi.useRealTimers();
  expect(marks()).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Mark all as read" }));
  expect(await screen.findByText("You are up to date.")).toBeVisible();
  await go("/history");
  await go("/catch-up");
  expect(await screen.findByText("There is nothing unread since your last visit on Wednesday 10 April.")).toBeVisible();
});

test("what the reader does not want to hear of is not among it", async () => {
  wasHere(["known"]);
  await changeLibrary("muted", "topic:mars", { kind: "topic", slug: "mars", name: "Mars", mutedAt: 1 });
  const third = { ...teaser("third", "The third", "2024-04-22", "In short."), about: ["topic:mars"] };
  await renderApp("/catch-up", {
    ...files,
    "latest.json": list({ count: 4, fullPages: 2 }, day(third), day(teaser("second", "The second", "2024-04-20"))),
  });
  expect(await screen.findByRole("region", { name: /^2 stories/u })).toBeVisible();
  expect(screen.queryByText("The third")).toBeNull();
});

test("the front page says how much was missed, and leads there", async () => {
  wasHere(["known"]);
  await renderApp("/", files);
  const line = await screen.findByText(/^1 story since your last visit/u);
  expect(within(line).getByRole("link", { name: "Catch up" })).toHaveAttribute("href", "/catch-up");
});

test("a list that does not come can be asked for again", async () => {
  wasHere(["known"]);
  const { user, served } = await renderApp("/catch-up", { ...files, "latest.json": new Response("", { status: 500 }) });
  await screen.findByText(/^This part did not load/u);
  served["latest.json"] = files["latest.json"];
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("region", { name: /3 stories/u })).toBeVisible();
});

test("threads that do not come are not waited for", async () => {
  wasHere(["known"]);
  await renderApp("/catch-up", { ...files, "recent-threads.json": new Promise(() => {}) });
  expect(await screen.findByRole("region", { name: /3 stories/u }, { timeout: 6000 })).toBeVisible();
});
