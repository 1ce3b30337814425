import { cleanup, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { changeLibrary, library } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { searchId } from "#reader/features/search/searchId.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";
import { searchable, threeStories } from "../../../../support/searchable.ts";

anOwnLibrary();

const OLD = "broadsheet-saved-searches";
const kept = (): LibraryValue<"search">[] => [...libraryOf("search").values()];
const [reef, , race] = threeStories;
const before = [reef, race].flatMap((story) => story ?? []);
const poll = (read: () => unknown) => expect.poll(read, { timeout: 5000 });

test("a saved search tells on the search page, and on that of what is followed, how many stories are new, until the reader has looked", async () => {
  const { user } = await renderApp("/search?q=bleaching&section=science&section=climate", searchable(before));
  await user.click(await screen.findByRole("button", { name: "Save this search" }));
  await poll(kept).toMatchObject([{ query: "bleaching", newest: "2023-04-17T00:00:00Z" }]);
  cleanup();

  await renderApp("/following", searchable());
  const followed = await screen.findByRole("region", { name: "Saved searches" });
  await within(followed).findByText("1 new");
  cleanup();

  const later = await renderApp("/search", searchable());
  const list = await screen.findByRole("region", { name: "Saved searches" });
  await within(list).findByText("1 new");
  await later.user.click(within(list).getByRole("link", { name: "bleaching · science · climate" }));
  await screen.findByRole("button", { name: "Search saved" });
  await poll(kept).toMatchObject([{ newest: "2024-03-08T00:00:00Z" }]);
  cleanup();

  await renderApp("/search", searchable());
  await screen.findByRole("link", { name: /bleaching/u });
  expect(screen.queryByText("1 new")).toBeNull();
});

test("a search is the same in whatever order its filters were set, and let go where it is shown and in its list, which can be undone", async () => {
  const { user } = await renderApp("/search?q=bleaching&section=science&section=climate", searchable());
  await user.click(await screen.findByRole("button", { name: "Save this search" }));
  await poll(kept).toHaveLength(1);
  cleanup();
  const turned = await renderApp("/search?q=bleaching&section=climate&section=science", searchable());
  await turned.user.click(await screen.findByRole("button", { name: "Search saved" }));
  await poll(kept).toEqual([]);
  await turned.user.click(await screen.findByRole("button", { name: "Undo" }));
  await poll(kept).toHaveLength(1);
  cleanup();
  const again = await renderApp("/search", searchable());
  await again.user.click(await screen.findByRole("button", { name: /^Remove “.*bleaching · science · climate/u }));
  await poll(() => screen.queryByRole("region", { name: "Saved searches" })).toBeNull();
});

test("what was saved before searches were part of the library comes into it once, and what is no search does not", async () => {
  const old = [
    { query: "bleaching", filters: { section: ["climate"] }, since: "2023-04-17T00:00:00Z" },
    { query: 7 },
    { query: "race", filters: {}, since: "" },
  ];
  localStorage.setItem(OLD, JSON.stringify(old));
  await library().ready;
  const known = { query: "race", filters: {}, savedAt: 1, newest: "2024-04-01T00:00:00Z" };
  await changeLibrary("search", searchId(known), known);
  await renderApp("/search", searchable());
  await poll(() => localStorage.getItem(OLD)).toBeNull();
  const bleaching = { query: "bleaching", filters: { section: ["climate"] }, newest: "2023-04-17T00:00:00Z" };
  expect(kept()).toHaveLength(2);
  expect(kept()).toEqual(expect.arrayContaining([expect.objectContaining(bleaching), known]));
});
