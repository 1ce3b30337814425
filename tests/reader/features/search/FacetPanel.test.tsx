import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Facets } from "#content/search.ts";
import { FacetPanel } from "#reader/features/search/FacetPanel.tsx";
import { looserQueries } from "#reader/features/search/NoHits.tsx";
import { readSearch } from "#reader/features/search/searchAddress.ts";
import { SearchWordsProvider } from "#reader/i18n/searchWords.ts";
import { wordsIn } from "../../../support/words.ts";

afterEach(() => void Reflect.deleteProperty(window, "matchMedia"));

const { page, search } = wordsIn("en");
const words = { ...page, ...search };
const value = (name: string, count = 1) => ({ value: name.toLowerCase(), name, count });
const facets: Facets = {
  complete: true,
  values: {
    section: [value("Science", 12)],
    topic: [..."ABCDEFGHIJ"].map((name) => value(name)),
    place: [],
    author: [],
    year: [value("2024", 3)],
  },
};
const asked = { data: facets, isError: false, isFetching: false, isPlaceholderData: false, refetch: async () => {} };

function show(query: string, changes: Partial<typeof asked> = {}, open = false) {
  const [go, onToggle] = [vi.fn(), vi.fn()];
  const state = readSearch(new URLSearchParams(query));
  const { container } = render(
    <SearchWordsProvider value={words}>
      <FacetPanel facets={{ ...asked, ...changes }} state={state} go={go} open={open} onToggle={onToggle} />
    </SearchWordsProvider>,
  );
  return { user: userEvent.setup(), go, onToggle, state, panel: container.querySelector("details")! };
}

it("offers eight values of each kind, and those that are set", async () => {
  const { user, go, state, panel } = show("q=tide&topic=j&page=2");
  const groups = [...panel.querySelectorAll("fieldset")];
  expect(groups.map((group) => group.textContent)).toEqual([
    `${words.section}Science12`,
    `${words.topics}A1B1C1D1E1F1G1H1J1`,
    `${words.year}20243`,
  ]);
  expect(within(groups[1]!).getAllByRole("checkbox", { checked: true, hidden: true })).toHaveLength(1);
  expect(screen.getByRole("checkbox", { name: words.facet("Science", words.stories(12)), hidden: true })).not.toBeChecked();
  await user.click(screen.getByRole("checkbox", { name: words.facet("J", words.stories(1)), hidden: true }));
  expect(go).toHaveBeenLastCalledWith({ ...state, page: 1, filters: { topic: [] } });
  expect(panel.querySelector("summary")).toHaveTextContent(words.filtersSet(1));
});

it("shows how many stories are of each year by bars, the first eight years until all are asked for", async () => {
  const year = Array.from({ length: 11 }, (_, place) => value(String(2024 - place), 1 + place));
  const { user, panel } = show("q=tide", { data: { ...facets, values: { ...facets.values, year } } });
  const shares = () => [...panel.querySelectorAll("rect")].map((bar) => Math.round(11 * Number(bar.getAttribute("width"))));
  expect(shares()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const all = within(panel).getByText(words.showAll(11));
  await user.click(all);
  expect(shares()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(all).toHaveAttribute("aria-expanded", "true");
});

it("collapses on a narrow page until the reader opens it, and has a column of its own on a wide one", async () => {
  const narrow = show("q=tide");
  expect(narrow.panel.open).toBe(false);
  await narrow.user.click(narrow.panel.querySelector("summary")!);
  expect(narrow.onToggle).toHaveBeenCalledWith(true);
  expect(narrow.panel.querySelector("summary")).toHaveTextContent(words.filters);
  expect(show("q=tide", {}, true).panel.open).toBe(true);
  Object.assign(window, { matchMedia: () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }) });
  expect(show("q=tide").panel.open).toBe(true);
});

it("says that filters did not load, and tries again", async () => {
  const refetch = vi.fn(async () => {});
  const { user, panel } = show("q=tide", { isError: true, refetch });
  expect(panel.querySelector("[role=status]")).toHaveTextContent(words.filtersFailed);
  await user.click(within(panel).getByText(words.tryAgain));
  expect(refetch).toHaveBeenCalledOnce();
  const again = show("q=tide", { isError: true, isFetching: true, isPlaceholderData: true }).panel;
  expect(again.querySelector("[role=status]")).toBeEmptyDOMElement();
  expect(again.querySelector("form")).toHaveAttribute("aria-busy", "true");
});

it.each([
  ['"deep space" -comet', ['"deep space"', "deep space", "space", "deep"]],
  ["topic:moon tide", ["moon tide", "moon", "tide"]],
  ["one three seven eleven", ["eleven", "three", "seven", "one"]],
  ["tide", []],
  ["-tide", []],
])("offers looser queries than %s", (query, looser) => {
  expect(looserQueries(query)).toEqual(looser);
});
