import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Teaser } from "#content/teaser.ts";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { linksOf } from "../../../../support/linksOf.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { type Files, renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const day = (number: number) => `2024-04-${String(number).padStart(2, "0")}T07:10:00Z`;
const teaser = (slug: string, number: number): Teaser => ({
  slug,
  headline: `Story ${slug}`,
  datePublished: day(number),
  readingMinutes: 2,
});
const text = { type: "text" as const, text: "A paragraph of a story." };
const story = (slug: string) =>
  anArticlePage({
    article: anArticle({
      slug,
      headline: `Story ${slug}`,
      readingMinutes: 4,
      body: Array.from({ length: 6 }, () => ({ type: "paragraph", children: [text] })),
    }),
  });
const list = (slug: string, ...teasers: Teaser[]) => ({
  kind: "topic",
  slug,
  name: slug,
  related: [],
  days: [{ date: "2024-04-20", teasers }],
});

const files: Files = {
  "front.json": { date: "2024-04-22", lead: teaser("lead", 22), also: [], latest: [teaser("rail", 21)], top: [], sections: [] },
  "article/one.json": story("one"),
  "article/two.json": story("two"),
  "article/three.json": story("three"),
  "topic/moon.json": list("moon", teaser("m1", 20), teaser("rail", 21), teaser("m2", 10), teaser("two", 9)),
  "topic/sea.json": list("sea", teaser("s1", 21), teaser("m1", 20), teaser("lead", 22), teaser("s2", 5)),
};

const begun = (slug: string, at: number) => changeLibrary("position", slug, { slug, paragraph: 3, offset: 0, at });
const follow = (slug: string, seenAt: string) =>
  changeLibrary("followed", `topic:${slug}`, { kind: "topic", slug, name: slug, followedAt: 1, seenAt: Date.parse(seenAt) });
const home = () => screen.findByRole("region", { name: "Yours" });
const headlines = (part: HTMLElement) =>
  within(part)
    .getAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent);

test("begins with the two stories begun last, then what is new of what is followed, each once and none that is above", async () => {
  await begun("one", 1);
  await begun("two", 3);
  await begun("three", 2);
  await follow("moon", day(15));
  await follow("sea", day(15));
  await renderApp("/", files);
  const part = await home();
  expect(headlines(part)).toEqual(["Story two", "Story three", "Story s1", "Story m1"]);
  // Of the new stories, those are counted that are shown above too.
  expect(linksOf(part.querySelector("header"))).toEqual(["Following 4 new /following"]);
});

test("has older stories of what is followed where nothing is new, and no badge", async () => {
  await follow("moon", day(22));
  await renderApp("/", files);
  const part = await home();
  expect(headlines(part)).toEqual(["Story m1", "Story m2", "Story two"]);
  expect(linksOf(part.querySelector("header"))).toEqual(["Following /following"]);
});

test("names only what was begun where nothing is followed", async () => {
  await begun("one", 1);
  await renderApp("/", files);
  const part = await home();
  expect(headlines(part)).toEqual(["Story one"]);
  expect(part.querySelector("header a")).toBeNull();
});

test("is not there for a reader who has begun and follows nothing, nor for stories that are gone", async () => {
  await begun("gone", 1);
  await renderApp("/", files);
  await waitFor(() => expect(screen.getByRole("heading", { name: "Story lead" })).toBeVisible());
  expect(screen.queryByRole("region", { name: "Yours" })).toBeNull();
});
