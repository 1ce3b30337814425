import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { hasWords } from "#reader/features/library/WordFilter.tsx";
import { anArticlePage } from "../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";
import { renderApp } from "../../../support/renderApp.tsx";

anOwnLibrary();

const MADE = Date.parse("2024-04-22T12:00:00Z");

const read = (slug: string, headline: string) => changeLibrary("read", slug, { slug, headline, readAt: MADE });

const mark = (id: string, headline: string, exact: string, colour: "yellow" | "green", note?: string) =>
  changeLibrary("highlight", id, {
    slug: id,
    headline,
    passage: { exact, prefix: "", suffix: "", start: 0, end: exact.length },
    colour,
    ...(note !== undefined && { note }),
    madeAt: MADE,
  });

test.each([
  ["Børsen burns in Copenhagen", "borsen", true],
  ["Børsen burns in Copenhagen", "COPEN børs", true],
  ["Børsen burns in Copenhagen", "burned", false],
  ["Børsen burns in Copenhagen", "orsen", false],
  ["„Grüße“ aus Köln", "grusse koln", true],
  ["أُزيل التمييز", "ازيل", true],
  ["Anything", "  ", true],
])("%s has the words “%s”: %s", (text, words, found) => {
  expect(hasWords(text, words)).toBe(found);
});

test("the history is narrowed by words, and says so where nothing has them", async () => {
  await read("a", "Rain in Dubai");
  await read("b", "Snow in Ågård");
  const { user } = await renderApp("/history", {});
  const field = await screen.findByRole("searchbox", { name: "Find words" });
  await user.type(field, "agard");
  expect(screen.getByRole("link", { name: "Snow in Ågård" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Rain in Dubai" })).toBeNull();
  await user.type(field, " sun");
  expect(screen.getByText("Nothing here contains these words.")).toBeVisible();
});

test("the history tells of a story when it was published, and holds what removes it", async () => {
  await read("voyager-1", "Voyager 1 makes sense again");
  await renderApp("/history", { "article/voyager-1.json": anArticlePage() });
  const story = (await screen.findByRole("heading", { level: 3, name: "Voyager 1 makes sense again" })).closest("article");
  expect(await within(story!).findByText(/2024$/u)).toBeVisible();
  expect(within(story!).getByRole("button", { name: "Remove “Voyager 1 makes sense again”" })).toBeVisible();
});

test("highlights are narrowed by words, of the passage, the note or the headline, and by colour", async () => {
  await mark("a", "Rain", "wet streets", "yellow");
  await mark("b", "Snow", "white fields", "green", "Ask the farmer.");
  const { user } = await renderApp("/highlights", {});
  const field = await screen.findByRole("searchbox", { name: "Find words" });
  for (const [words, found, other] of [
    ["farmer", "white fields", "wet streets"],
    ["rain", "wet streets", "white fields"],
    ["fields", "white fields", "wet streets"],
  ] as const) {
    await user.clear(field);
    await user.type(field, words);
    expect(screen.getByRole("link", { name: found })).toBeVisible();
    expect(screen.queryByRole("link", { name: other })).toBeNull();
  }
  await user.clear(field);
  await user.click(screen.getByRole("button", { name: "Yellow (1)" }));
  expect(screen.queryByRole("link", { name: "white fields" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Yellow (1)", pressed: true }));
  expect(screen.getByRole("link", { name: "white fields" })).toBeVisible();
});

test("a highlight says its colour and its day, is copied, noted and removed where it is listed", async () => {
  await mark("a", "Rain", "wet streets", "green");
  const { user } = await renderApp("/highlights", {});
  const item = (await screen.findByRole("link", { name: "wet streets" })).closest("li");
  const own = within(item!);
  expect(own.getByText("Green")).toBeVisible();
  expect(own.getByText("22 April 2024")).toBeVisible();

  await user.click(own.getByRole("button", { name: "Copy “wet streets”" }));
  await screen.findByText("Copied");
  expect(await navigator.clipboard.readText()).toBe(`“wet streets”\nRain, ${location.origin}/article/a`);

  await user.click(own.getByRole("button", { name: "Add a note" }));
  expect(own.getByRole("textbox", { name: "Note" })).toHaveFocus();
  await user.keyboard("Where?");
  await user.click(own.getByRole("button", { name: "Done" }));
  expect(await own.findByText("Where?")).toBeVisible();
  expect(own.getByRole("button", { name: "Edit the note" })).toHaveFocus();

  await user.click(own.getByRole("button", { name: /^Remove the highlight/u }));
  await waitFor(() => expect(libraryOf("highlight").size).toBe(0));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByText("Where?");
});

test("a browser that does not let a highlight be copied is named", async () => {
  await mark("a", "Rain", "wet streets", "green");
  const { user } = await renderApp("/highlights", {});
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("Not allowed.", "NotAllowedError"));
  await user.click(await screen.findByRole("button", { name: "Copy all" }));
  expect(await screen.findByText("The browser did not allow this to be copied")).toBeVisible();
});

test("a file that is no library is named, marked as wrong, and the next one is taken", async () => {
  const { user } = await renderApp("/saved", {});
  await user.click(await screen.findByText("Export your library"));
  const field = screen.getByLabelText(/^Library file/u);
  expect(within(screen.getByRole("group", { name: "Import a library" })).getByText("No file chosen")).toBeVisible();
  await user.upload(field, new File(["{}"], "notes.json", { type: "application/json" }));
  expect(await screen.findByText("notes.json")).toBeVisible();
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/^This file is not a Broadsheet library/u);
  const library = { format: "broadsheet-library", version: 1, exportedAt: "2024-04-22T07:10:00.000Z", records: [] };
  await user.upload(field, new File([JSON.stringify(library)], "library.json", { type: "application/json" }));
  expect(await screen.findByText("library.json")).toBeVisible();
  expect(field).toBeValid();
});
