import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { anOwnLibrary } from "../../support/ownLibrary.ts";
import { renderApp } from "../../support/renderApp.tsx";

anOwnLibrary();

const passage = { exact: "fault lay", prefix: "The ", suffix: " in", start: 4, end: 13 };
const mark = { slug: "voyager-1", headline: "Voyager 1", colour: "green", passage, note: "Ask about it.", madeAt: 1 } as const;

test.each(["Saved", "Following", "Highlights", "History"])("%s is a tab of the library, and the library leaves from it", async (name) => {
  await changeLibrary("highlight", "h1", mark);
  const { user } = await renderApp(`/${name.toLowerCase()}`, {});
  const tabs = await screen.findByRole("navigation", { name: "Your pages" });
  const links = within(tabs).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(["Saved", "Following", "Highlights (1)", "History", "Catch up"]);
  expect(links.find((link) => link.getAttribute("aria-current") === "page")).toHaveTextContent(name);
  await user.click(await screen.findByText("Export your library"));
  expect(screen.getByRole("button", { name: /import elsewhere/u })).toBeVisible();
});

test("a highlight stands with its note below its story, and leads to its place", async () => {
  await changeLibrary("highlight", "h1", mark);
  await renderApp("/highlights", {});
  expect(await screen.findByRole("link", { name: "fault lay" })).toHaveAttribute("href", "/article/voyager-1#highlight-h1");
  expect(screen.getByText("Ask about it.")).toBeVisible();
});
