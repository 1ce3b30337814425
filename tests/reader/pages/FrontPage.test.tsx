import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { FrontPage } from "#content/pages/frontPage.ts";
import type { Teaser } from "#content/teaser.ts";
import { renderApp } from "../../support/renderApp.tsx";

const image = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "" };
const teaser = (slug: string, more: Partial<Teaser> = {}): Teaser => ({
  slug,
  headline: `Story ${slug}`,
  datePublished: "2024-04-21T07:10:00Z",
  readingMinutes: 2,
  ...more,
});
const pictured = (slug: string) => teaser(slug, { image, standfirst: `About ${slug}.` });

const show = (changes: Partial<FrontPage>) =>
  renderApp("/", { "front.json": { date: "2024-04-22", also: [], latest: [], top: [], sections: [], ...changes } });

/** The class and the headlines of each row in a part of the page. */
const rows = (part: HTMLElement) =>
  Array.from(part.querySelectorAll(".row"), (row) =>
    [row.className, ...Array.from(row.querySelectorAll("h3"), ({ textContent }) => textContent)].join(),
  );

it("begins with the lead: its picture, its text, what is new in it and what belongs to it", async () => {
  const lead = teaser("lead", {
    image,
    standfirst: "In short.",
    genre: "Analysis",
    kicker: { kind: "topic", slug: "tides", name: "Tides" },
    byline: "Ada",
    inLanguage: "de",
  });
  await show({
    lead,
    events: [
      { id: "1", headline: "It rises", date: "2024-04-22T08:00:00Z" },
      { id: "2", headline: "It fell", date: "2024-04-21T08:00:00Z" },
    ],
    also: [teaser("a"), teaser("b")],
    latest: [teaser("new", { datePublished: "2024-04-22T06:05:00Z" }), teaser("old")],
  });
  const story = screen.getByRole("heading", { level: 2, name: "Story lead" }).closest("article")!;
  expect(story.querySelector("h2")).toHaveAttribute("lang", "de");
  expect(story.querySelector(".standfirst")).toHaveAttribute("lang", "de");
  expect(story.querySelector("img")).not.toHaveAttribute("loading", "lazy");
  expect(story.querySelector(".kicker")).toHaveTextContent("Analysis / Tides");
  expect(story.querySelector(".meta")).toHaveTextContent("Ada21 April2 min");
  expect(
    within(story)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["08:00It rises", "21 AprIt fell", "Story a", "Story b"]);
  expect(within(story).getByRole("link", { name: "It rises" })).toHaveAttribute("href", "/article/lead/post/1");
  const rail = screen.getByRole("complementary", { name: "Latest" });
  expect(
    within(rail)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent?.trim()),
  ).toEqual(["06:05Story new", "21 AprStory old", "All the latest"]);
  expect(within(rail).getAllByRole("link").at(-1)).toHaveAttribute("href", "/latest");
  expect(document.title).toBe("The Paper: news for Monday 22 April 2024");
});

it("says so while there is nothing yet, and has no empty part", async () => {
  await show({ date: undefined });
  const main = screen.getByRole("main");
  expect(within(main).getByText("There are no stories in this edition yet.")).toBeVisible();
  expect(main.querySelectorAll(".row, .latest, .blocks, .band, h2")).toHaveLength(0);
  expect([screen.getByRole("heading", { level: 1 }).textContent, document.title]).toEqual(["The Paper", "The Paper"]);
});

it("lays out rows by the pictures of their stories", async () => {
  const section = (slug: string, teasers: Teaser[]) => ({ section: { slug, name: slug }, teasers });
  await show({
    top: [pictured("a"), pictured("b"), pictured("c")],
    sections: [
      section("led", [teaser("d"), pictured("e"), teaser("f"), pictured("g")]),
      section("two", [pictured("h"), pictured("i")]),
      section("plain", [teaser("j"), teaser("k")]),
    ],
  });
  expect(rows(screen.getByRole("main"))).toEqual([
    "row of-3,Story a,Story b,Story c",
    "row of-4 led,Story e,Story d,Story f,Story g",
    "row of-2 led,Story h,Story i",
    "row of-2,Story j,Story k",
  ]);
  const card = (slug: string) => screen.getByRole("heading", { name: `Story ${slug}` }).closest(".teaser")!;
  expect(["a", "e", "d", "f", "g", "i"].map((slug) => card(slug).className.replace("teaser", "").trim())).toEqual([
    "brief",
    "beside",
    "brief",
    "small",
    "small",
    "brief",
  ]);
  expect(["a", "e", "g", "h", "i"].map((slug) => card(slug).querySelectorAll("img").length)).toEqual([1, 1, 0, 1, 0]);
  expect(["e", "g"].map((slug) => card(slug).querySelectorAll(".standfirst").length)).toEqual([1, 0]);
  expect(card("a").querySelector("img")).toHaveAttribute("loading", "lazy");
});

it("lays out sections as their editor wants, and lets two with one story each share a row", async () => {
  const named = (slug: string) => ({ slug, name: `The ${slug}` });
  const list = (count: number, make = teaser) => Array.from({ length: count }, (_, place) => make(`${count}${"abcdef"[place]}`));
  await show({
    sections: [
      { section: named("grid"), layout: "grid", teasers: list(5, pictured) },
      { section: named("lines"), layout: "headlines", teasers: list(4) },
      { section: named("large"), layout: "feature", teasers: [teaser("x"), pictured("y"), teaser("z")] },
      ...["one", "two", "three"].map((slug) => ({ section: named(slug), teasers: [teaser(slug)] })),
    ],
  });
  const section = (name: string) => screen.getByRole("region", { name });
  expect(rows(section("The grid"))).toEqual(["row of-3,Story 5a,Story 5b,Story 5c", "row of-2 led,Story 5d,Story 5e"]);
  expect(rows(section("The lines"))).toEqual(["row of-4,Story 4a,Story 4b,Story 4c,Story 4d"]);
  expect(rows(section("The large"))).toEqual(["row of-1 led,Story y", "row of-2,Story x,Story z"]);
  expect(["one", "two", "three"].map((slug) => section(`The ${slug}`).className)).toEqual(["half", "half", ""]);
  expect(
    within(section("The grid"))
      .getAllByRole("link", { name: /grid/iu })
      .map((link) => link.getAttribute("href")),
  ).toEqual(["/section/grid", "/section/grid"]);
});

it("shows what an editor has put together, and a long read", async () => {
  const words = { description: "All about it." };
  await show({
    longRead: { ...pictured("long"), byline: "Ben" },
    strips: [
      { name: "Series", path: "/series/tides", ...words, teasers: ["a", "b", "c", "d", "e"].map(pictured) },
      { name: "Chosen", teasers: [teaser("f")] },
    ],
  });
  const series = screen.getByRole("region", { name: "Series" });
  expect(rows(series)).toEqual(["row of-3,Story a,Story b,Story c", "row of-2 led,Story d,Story e"]);
  expect(within(series).getByText("All about it.")).toBeVisible();
  expect(series.querySelectorAll('header a[href="/series/tides"]')).toHaveLength(2);
  const chosen = screen.getByRole("region", { name: "Chosen" });
  expect([rows(chosen), chosen.querySelectorAll("header a, .strip-words").length]).toEqual([["row of-1,Story f"], 0]);
  const band = screen.getByRole("region", { name: "Story long" });
  expect(band).toHaveTextContent("Story longAbout long.Ben21 April");
  expect(band.querySelectorAll("img")).toHaveLength(1);
});
