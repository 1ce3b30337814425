import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderApp } from "../../../support/renderApp.tsx";

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => to - at);
const teaser = (number: number) => ({
  slug: `story-${number}`,
  headline: `Story ${number}`,
  datePublished: "2024-04-22T07:10:00Z",
  readingMinutes: 5,
});
const list = (count: number) => {
  const fullPages = Math.floor(count / 20);
  const days = [{ date: "2024-04-22", teasers: numbers(Math.max(0, fullPages - 1) * 20 + 1, count).map(teaser) }];
  return { kind: "topic", slug: "snow", name: "Snow", count, fullPages, related: [], days };
};

test.each([
  [29, 29, undefined],
  [30, 10, "/topic/snow/page/1"],
  [49, 29, "/topic/snow/page/1"],
  [50, 10, "/topic/snow/page/2"],
])("of %i stories the newest page shows %i, and leads on to %s", async (count, shown, older) => {
  await renderApp("/topic/snow", { "topic/snow.json": list(count) });
  const stories = within(screen.getByRole("main")).getAllByRole("article");
  expect(stories).toHaveLength(shown);
  expect(screen.getByRole("heading", { level: 2, name: /22 April/u })).toHaveTextContent(`${shown} stories`);
  expect(stories.at(-1)).toHaveTextContent(`Story ${count - shown + 1}`);
  expect(screen.queryByRole("link", { name: "Older" })?.getAttribute("href") ?? undefined).toBe(older);
});

test("the pictures of the first two stories load at once, those below when they come near", async () => {
  const image = { url: "/pictures/x.jpg", width: 640, height: 400, sources: [] };
  const day = (date: string, ...stories: number[]) => ({ date, teasers: stories.map((number) => ({ ...teaser(number), image })) });
  await renderApp("/topic/snow", { "topic/snow.json": { ...list(4), days: [day("2024-04-22", 4), day("2024-04-21", 3, 2, 1)] } });
  const stories = within(screen.getByRole("main")).getAllByRole("article");
  expect(stories.map((story) => story.querySelector("img")?.getAttribute("loading"))).toEqual([null, null, "lazy", "lazy"]);
});

test("a thread on one page can be read from its beginning", async () => {
  const { user } = await renderApp("/thread/snow", { "thread/snow.json": { ...list(4), kind: "thread" } });
  const headlines = () =>
    within(screen.getByRole("main"))
      .getAllByRole("article")
      .map((story) => story.textContent?.match(/Story \d/u)?.[0]);
  expect(headlines()).toEqual(["Story 4", "Story 3", "Story 2", "Story 1"]);
  await user.click(screen.getByRole("button", { name: "Oldest first" }));
  expect(headlines()).toEqual(["Story 1", "Story 2", "Story 3", "Story 4"]);
  await user.click(screen.getByRole("button", { name: "Newest first" }));
  expect(headlines()[0]).toBe("Story 4");
});

test("corrections are shown as stories are", async () => {
  const correction = (number: number) => ({
    slug: `story-${number}`,
    headline: `Story ${number}`,
    inLanguage: "en",
    direction: "ltr",
    number: 1,
    date: "2024-04-22T07:10:00Z",
    children: [{ type: "text", text: "The year was 1997." }],
  });
  await renderApp("/corrections", { "corrections.json": { count: 50, fullPages: 2, corrections: numbers(21, 50).map(correction) } });
  expect(await screen.findAllByText("The year was 1997.")).toHaveLength(10);
  expect(screen.getByRole("link", { name: "Older" })).toHaveAttribute("href", "/corrections/page/2");
});
