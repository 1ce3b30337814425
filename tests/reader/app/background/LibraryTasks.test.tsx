import { onlineManager } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { type LoadWords, setWords } from "#reader/i18n/loadCatalogue.ts";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";
import { renderApp, settled } from "../../../support/renderApp.tsx";
import { loadWords } from "../../../support/words.ts";

anOwnLibrary();

const teaser = { slug: "new", headline: "The new one", datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5, about: ["topic:nasa"] };
const days = [{ date: "2024-04-22", teasers: [teaser] }];
const files = { "latest.json": { kind: "latest", slug: "", name: "", count: 1, fullPages: 0, related: [], days } };

test("a page stands without the library when its words do not come, and has it once the connection is back", async () => {
  let asked = 0;
  const failOnce: LoadWords = async (name, language) => {
    if (name === "more" && (asked += 1) === 1) throw new TypeError("Failed to fetch dynamically imported module");
    return loadWords(name, language);
  };
  setWords(failOnce);
  await changeLibrary("muted", "topic:nasa", { kind: "topic", slug: "nasa", name: "NASA", mutedAt: 1 });
  await renderApp("/latest", files);
  await vi.waitFor(() => expect(asked).toBe(1));
  act(() => onlineManager.setOnline(false));
  expect(screen.getByRole("link", { name: "The new one" })).toBeVisible();
  act(() => onlineManager.setOnline(true));
  expect(await screen.findByRole("button", { name: "Show" })).toBeVisible();
});

test("a page stands where the device forbids the app to read what it keeps", async () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  });
  await renderApp("/latest", files);
  await settled();
  expect(screen.getByRole("link", { name: "The new one" })).toBeVisible();
  vi.restoreAllMocks();
});
