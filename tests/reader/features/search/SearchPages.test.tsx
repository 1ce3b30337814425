import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { readSearch } from "#reader/features/search/searchAddress.ts";
import { SearchPages } from "#reader/features/search/SearchPages.tsx";
import { SearchWordsProvider } from "#reader/i18n/searchWords.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { noResults } from "../../../support/noResults.ts";
import { wordsIn } from "../../../support/words.ts";

function show(page: number, pages: number): string[] {
  const words = wordsIn("en");
  const results = { ...noResults, page, pages };
  render(
    <MemoryRouter>
      <WordsProvider value={words.page}>
        <SearchWordsProvider value={{ ...words.page, ...words.search }}>
          <SearchPages results={results} state={readSearch(new URLSearchParams("q=tide&sort=newest"))} />
        </SearchWordsProvider>
      </WordsProvider>
    </MemoryRouter>,
  );
  const stops = screen.queryByRole("navigation")?.children ?? [];
  return Array.from(
    stops,
    (stop) => `${stop.textContent} ${stop.getAttribute("href")?.replace("/search?q=tide&sort=newest", "at ") ?? "here"}`,
  );
}

it.each([
  [1, 1, []],
  [1, 2, ["1 here", "2 at &page=2", "Page 2 at &page=2"]],
  [2, 2, ["Page 1 at ", "1 at ", "2 here"]],
  [1, 9, ["1 here", "2 at &page=2", "3 at &page=3", "Page 2 at &page=2"]],
  [5, 9, ["Page 4 at &page=4", "4 at &page=4", "5 here", "6 at &page=6", "Page 6 at &page=6"]],
  [9, 9, ["Page 8 at &page=8", "7 at &page=7", "8 at &page=8", "9 here"]],
])("page %d of %d leads to the pages beside it", (page, pages, expected) => {
  expect(show(page, pages)).toEqual(expected);
});

it("names a page by more than its number, and leads the focus to the hits", async () => {
  document.body.insertAdjacentHTML("beforeend", '<h2 id="found" tabindex="-1">Found</h2>');
  show(1, 3);
  await userEvent.click(screen.getByRole("link", { name: "Page 3" }));
  expect(document.getElementById("found")).toHaveFocus();
  document.getElementById("found")?.remove();
});
