import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const read = (slug: string) => changeLibrary("read", slug, { slug, headline: slug, readAt: 1 });

const show = (name: string) => {
  const story = (slug: string, day: number, more = {}) => ({
    slug,
    headline: `Story ${slug}`,
    datePublished: `2024-04-0${day}T08:00:00Z`,
    ...more,
  });
  const stories = [story("a", 1), story("b", 2), story("c", 3), story("d", 4, { skipped: 2, turningPoint: true }), story("e", 5)];
  const thread = { slug: "strike", name, count: 7, stories };
  return renderApp("/article/c", { "article/c.json": anArticlePage({ article: anArticle({ slug: "c", headline: "Story c" }), thread }) });
};

const timeline = () =>
  within(screen.getByRole("region", { name: /^The story so far/u }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

it("shows the stories of a thread in their order, which are left out, and which of them changed it", async () => {
  await show("The strike");
  const section = screen.getByRole("region", { name: "The story so far The strike" });
  expect(within(section).getByRole("link", { name: "7 stories since April 2024" })).toHaveAttribute("href", "/thread/strike");
  expect(timeline()).toEqual([
    "1 April 2024Story a",
    "2 April 2024Story b",
    "3 April 2024You are reading thisStory c",
    "2 more stories",
    "4 April 2024Turning pointStory d",
    "5 April 2024Story e",
  ]);
  expect(within(section).getByRole("link", { name: "2 more stories" })).toHaveAttribute("href", "/thread/strike");
  expect(within(section).getAllByRole("heading", { level: 3 })[2]?.querySelector("a")).toBeNull();
  expect(section.querySelectorAll("[aria-current=true]")).toHaveLength(1);
  expect(section.querySelector("[aria-current]")).toHaveTextContent("Story c");
  expect(section.querySelector(".turning-point")).toHaveTextContent("Story d");
});

it("marks as new what comes after the last story that was read, but not the one that is open", async () => {
  await read("b");
  await show("Story a");
  expect(timeline().filter((text) => text?.includes("New to you"))).toEqual([
    "4 April 2024Turning pointNew to youStory d",
    "5 April 2024New to youStory e",
  ]);
  expect(screen.getByRole("heading", { name: "The story so far" })).toBeInTheDocument();
});

it("marks nothing as new if only the open story was read", async () => {
  await read("c");
  await show("The strike");
  expect(timeline().join()).not.toContain("New to you");
});
