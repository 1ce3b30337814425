import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { looserQueries } from "#reader/features/search/NoHits.tsx";
import { anArticle, anEdition } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";
import { searchable, threeStories } from "../../../support/searchable.ts";

test("before there is a query the page says how to search, and leads to topics, sections and the indexes", async () => {
  const { user, router } = await renderApp("/search", searchable());
  const main = within(screen.getByRole("main"));
  expect(main.getByRole("link", { name: "Voyager 1" })).toHaveAttribute("href", "/topic/voyager-1");
  expect(within(main.getByRole("list", { name: "Sections" })).getAllByRole("link").length).toBeGreaterThan(1);
  for (const name of ["Topics A to Z", "Places A to Z", "Archive by date"]) expect(main.getByRole("link", { name })).toBeVisible();
  const help = within(main.getByRole("region", { name: "How to search" }));
  expect(help.queryByRole("link", { name: /^lang:/u })).toBeNull();
  await user.click(help.getByRole("link", { name: "reef OR coral" }));
  expect(await screen.findByRole("heading", { name: "2 stories" })).toBeVisible();
  expect(router.state.location.search).toBe("?q=reef+OR+coral");
});

test("a paper in several languages says how to keep to one", async () => {
  const german = anArticle({ slug: "riff", headline: "Das Riff ist blass", inLanguage: "de" });
  const edition = { ...anEdition, languages: ["en", "de"] };
  const { user } = await renderApp("/search", { ...searchable([...threeStories, german]), "edition.json": edition });
  const help = within(screen.getByRole("region", { name: "How to search" }));
  await user.click(help.getByRole("link", { name: "lang:de" }));
  expect(await screen.findByRole("heading", { name: "1 story" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Das Riff ist blass" })).toBeVisible();
});

test("no hits are said once, without a column of filters, with ways on", async () => {
  await renderApp("/search?q=zzqqxx", searchable());
  await screen.findByRole("heading", { name: /No stories found for/u });
  expect(screen.getAllByText(/zzqqxx/u, { selector: "main :not([role=status])" })).toHaveLength(1);
  expect(screen.queryByRole("combobox", { name: "Sort by" })).toBeNull();
  expect(screen.queryByRole("form", { name: "Filters" })).toBeNull();
  expect(document.querySelector(".split, details.filter")).toBeNull();
  const main = within(screen.getByRole("main"));
  expect(main.getByRole("link", { name: "Voyager 1" })).toBeVisible();
});

test("a query that asks for too much is offered in looser forms, each with what it finds", async () => {
  const { user } = await renderApp(`/search?q=${encodeURIComponent("title:bleaching")}`, searchable());
  await screen.findByRole("heading", { name: /No stories found for/u });
  const looser = await screen.findByRole("link", { name: "bleaching" });
  expect(looser.closest("li")).toHaveTextContent("bleaching 2 stories");
  await user.click(looser);
  expect(await screen.findByRole("heading", { name: "2 stories" })).toBeVisible();
});

test("where only the filters are in the way, they stay, and nothing is said twice", async () => {
  const { user } = await renderApp("/search?q=bleaching&section=sport", searchable());
  expect(await screen.findByRole("heading", { name: "0 of 2 stories" })).toBeVisible();
  expect(screen.queryByText(/No stories found/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Remove all filters" }));
  expect(await screen.findByRole("heading", { name: "2 stories" })).toBeVisible();
});

test.each([
  ["reefs", []],
  ['"deep reef" -moon', ['"deep reef"', "deep reef", "deep", "reef"]],
  ["title:reef before:2020", ["reef 2020", "reef", "2020"]],
  ["-moon", []],
])("%s is asked for less strictly", (query, looser) => {
  expect(looserQueries(query)).toEqual(looser);
});
