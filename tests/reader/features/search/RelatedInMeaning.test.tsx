import { act, screen, within } from "@testing-library/react";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MANIFEST } from "static-search/format";
import { wordVectors } from "#compiler/features/meaning/wordVectors.ts";
import { plainWords } from "#reader/features/search/meaning/RelatedInMeaning.tsx";
import { anArticle } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";
import { searchable } from "../../../support/searchable.ts";
import { filesOf } from "../../../support/searchOver.ts";
import { smallVectors } from "../../../support/smallVectors.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const STORIES = [
  anArticle({ id: "vessel", slug: "vessel", headline: "The vessel leaves the harbour", body: [] }),
  anArticle({ id: "bread", slug: "bread", headline: "The baker and the oven", body: [] }),
];

async function files() {
  const content = temporaryFolder();
  writeFileSync(join(content, "en.vec"), smallVectors());
  const model = await wordVectors(content, { en: "en.vec" }, join(content, ".broadsheet"), ({ message }) => {
    throw new Error(message);
  });
  const served = searchable(STORIES, model);
  const { vectors }: { vectors: string } = JSON.parse(new TextDecoder().decode(filesOf(STORIES, {}, model).get(MANIFEST)));
  return { served, root: `search/${vectors}` };
}

const group = () => screen.findByRole("region", { name: "Related in meaning" }, { timeout: 20_000 });

test("what is related in meaning is told to the ear, which has heard that no story was found", { timeout: 30_000 }, async () => {
  const { served } = await files();
  await renderApp("/search?q=freighter", served);
  expect(within(await group()).getByRole("link", { name: "The vessel leaves the harbour" })).toBeVisible();
  const told = screen.getAllByRole("status").map(({ textContent }) => textContent);
  expect(told).toContain("Related in meaning: 1 story");
  expect(told.some((text) => text.startsWith("No stories found for"))).toBe(true);
});

test("a page of the network in place of a file of vectors is asked for anew", { timeout: 30_000 }, async () => {
  const { served: whole, root } = await files();
  const { user, served } = await renderApp("/search", whole);
  let times = 0;
  Object.defineProperty(served, root, {
    get: () => {
      times += 1;
      return times > 2 ? whole[root] : new Response("<!doctype html><title>Welcome to the hotel</title>");
    },
  });
  await user.type(screen.getByRole("searchbox", { name: "Search for" }), "freighter");
  expect(within(await group()).getByRole("link", { name: "The vessel leaves the harbour" })).toBeVisible();
  expect(times).toBe(3);
});

test("without a connection nothing waits for it, and it comes when the connection is back", { timeout: 30_000 }, async () => {
  const { served: whole, root } = await files();
  const { asked, served } = await renderApp("/search?q=freighter", { ...whole, [root]: new TypeError("Failed to fetch") });
  await expect.poll(() => asked.includes(root)).toBe(true);
  expect(await screen.findByRole("heading", { name: /No stories found for/u })).toBeVisible();
  expect(screen.queryByRole("region", { name: "Related in meaning" })).toBeNull();
  served[root] = whole[root];
  act(() => void dispatchEvent(new Event("offline")));
  act(() => void dispatchEvent(new Event("online")));
  expect(await group()).toBeVisible();
});

test.each([
  ["rocket moon", "rocket moon"],
  ["“container ship” stuck", "container ship stuck"],
  ["ship OR boat", "ship boat"],
  ["inferno -sailor", ""],
  ["rocket before:1990", ""],
  ["title:loaf cake", ""],
  ["", ""],
])("of the query %s the vectors are asked for %s", (query, words) => {
  expect(plainWords(query)).toBe(words);
});
