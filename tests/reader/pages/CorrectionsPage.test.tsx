import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { linksOf } from "../../support/linksOf.ts";
import { renderApp } from "../../support/renderApp.tsx";

const correction = (slug: string, number: number, more = {}) => ({
  slug,
  headline: `Story ${slug}`,
  inLanguage: "ar",
  direction: "rtl",
  number,
  date: "2024-04-23T00:00:00Z",
  children: [{ type: "text", text: `It was ${number}.` }],
  ...more,
});

it("lists what was wrong, newest first, with what else has changed in the story", async () => {
  const corrections = [correction("a", 2, { changes: true }), correction("a", 1), correction("b", 1)];
  await renderApp("/corrections", { "corrections.json": { count: 3, fullPages: 0, corrections } });
  const main = screen.getByRole("main");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/^Corrections$/u);
  const [first, second, third] = main.querySelectorAll("section");
  expect(first).toHaveTextContent("23 April 2024Story aIt was 2.");
  expect(linksOf(first)).toEqual(["Story a /article/a", expect.stringContaining("/article/a/versions")]);
  expect(linksOf(second)).toEqual(["Story a /article/a"]);
  expect(third).toHaveTextContent("It was 1.");
  for (const part of ["h3", ".correction"]) {
    expect([first?.querySelector(part)?.getAttribute("lang"), first?.querySelector(part)?.getAttribute("dir")]).toEqual(["ar", "rtl"]);
  }
  expect(first?.getAttribute("aria-labelledby")).toBe(first?.querySelector("h2")?.id);
  expect(linksOf(main.querySelector(".list-head")).join()).toContain("/corrections/feed");
});

it("has older pages", async () => {
  await renderApp("/corrections/page/1", { "corrections/page/1.json": { page: 1, newer: true, corrections: [correction("a", 1)] } });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Corrections");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1");
  expect(linksOf(screen.getByRole("navigation", { name: "Pages" })).join()).toContain("/corrections");
});
