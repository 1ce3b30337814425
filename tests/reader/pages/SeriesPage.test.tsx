import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { linksOf } from "../../support/linksOf.ts";
import { renderApp } from "../../support/renderApp.tsx";

const image = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "" };
const teaser = (slug: string) => ({ slug, headline: `Story ${slug}`, datePublished: "2024-04-21T07:10:00Z", readingMinutes: 2, image });
const show = (changes = {}) =>
  renderApp("/series/tides", { "series/tides.json": { slug: "tides", name: "Tides", teasers: ["a", "b", "c"].map(teaser), ...changes } });

it("shows the parts of a series in their order", async () => {
  await show({ description: "In three parts.", podcast: true });
  const main = screen.getByRole("main");
  expect(main.querySelector(".kicker")).toHaveTextContent("Series");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Tides 3 stories");
  expect(main.querySelector(".standfirst")).toHaveTextContent("In three parts.");
  const parts = [...main.querySelectorAll("section")];
  expect(
    parts.map((part) => [part.getAttribute("aria-labelledby"), part.querySelector("h2")?.id, part.querySelector("h2")?.textContent]),
  ).toEqual([
    ["part-1", "part-1", "Part 1 of 3"],
    ["part-2", "part-2", "Part 2 of 3"],
    ["part-3", "part-3", "Part 3 of 3"],
  ]);
  expect(parts.map((part) => part.querySelector("img")?.getAttribute("loading"))).toEqual([null, null, "lazy"]);
  expect(linksOf(main).filter((link) => link.includes("article"))).toEqual([
    "Story a /article/a",
    "Story b /article/b",
    "Story c /article/c",
  ]);
  expect(linksOf(main.querySelector(".bar")).join()).toContain("podcast");
});

it("leaves out what a series has not", async () => {
  await show();
  expect(screen.getByRole("main").querySelector(".standfirst, .bar a, .list-head .standfirst")).toBeNull();
});
