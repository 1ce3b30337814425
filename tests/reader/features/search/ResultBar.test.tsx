import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, expect, it, vi } from "vitest";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { HowToSearch } from "#reader/features/search/HowToSearch.tsx";
import { NearbySubjects } from "#reader/features/search/NearbySubjects.tsx";
import { ResultBar } from "#reader/features/search/ResultBar.tsx";
import { RecentSearches } from "#reader/features/search/recent/RecentSearches.tsx";
import { rememberSearch } from "#reader/features/search/recent/recentSearches.ts";
import { readSearch } from "#reader/features/search/searchAddress.ts";
import { addressOf, nameOf, searchId } from "#reader/features/search/searchId.ts";
import { SearchStatus } from "#reader/features/search/SearchStatus.tsx";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { SearchWordsProvider } from "#reader/i18n/searchWords.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { teaserLibrary } from "#reader/teasers/teaserLibrary.ts";
import { anEdition } from "../../../support/anArticle.ts";
import { linksOf } from "../../../support/linksOf.ts";
import { noResults } from "../../../support/noResults.ts";
import { wordsIn } from "../../../support/words.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  act(resetSettings);
  localStorage.clear();
});

const { page, search } = wordsIn("en");
const words = { ...page, ...search };

function show(part: ReactElement, { edition = anEdition, saved = new Array<string>() } = {}) {
  const library = { has: (_kind: string, id: string) => saved.includes(id), teaser: () => ({ seen: false }) };
  act(() => teaserLibrary.set(library));
  const all = (shown: ReactElement) => (
    <MemoryRouter>
      <EditionProvider value={edition}>
        <WordsProvider value={page}>
          <SearchWordsProvider value={words}>{shown}</SearchWordsProvider>
        </WordsProvider>
      </EditionProvider>
    </MemoryRouter>
  );
  const { container, rerender } = render(all(part));
  return { user: userEvent.setup(), container, again: (next: ReactElement) => rerender(all(next)) };
}

const state = readSearch(new URLSearchParams("q=tide&topic=moon&topic=sea&year=2024&page=3"));

it("says how many stories were found, and offers their order and to remove each filter", async () => {
  const go = vi.fn();
  const results = { ...noResults, total: 12, unfiltered: 30 };
  const topic = [{ value: "moon", name: "The Moon", count: 2 }];
  const facets = { values: { section: [], topic, place: [], author: [], year: [] }, complete: true };
  const { user } = show(<ResultBar results={results} facets={facets} state={state} go={go} />);
  expect(screen.getByRole("heading", { level: 2 })).toHaveTextContent("12 of 30 stories");
  expect(screen.getAllByRole("listitem").map((each) => each.querySelector("bdi")?.textContent)).toEqual(["The Moon", "sea", "2024"]);
  await user.click(screen.getByRole("button", { name: /^sea/u }));
  expect(go).toHaveBeenLastCalledWith({ ...state, page: 1, filters: { topic: ["moon"], year: ["2024"] } });
  const order = screen.getByRole("combobox");
  expect(order).toHaveValue("relevance");
  for (const sort of ["newest", "oldest", "relevance"]) {
    await user.selectOptions(order, sort);
    expect(go).toHaveBeenLastCalledWith({ ...state, page: 1, sort });
  }
});

it.each([
  [0, 0],
  [1, 0],
  [2, 1],
])("offers an order only for several stories: %d, %d", (total, orders) => {
  show(
    <ResultBar
      results={{ ...noResults, total, unfiltered: total }}
      facets={undefined}
      state={readSearch(new URLSearchParams("q=tide"))}
      go={() => {}}
    />,
  );
  expect(screen.queryAllByRole("combobox")).toHaveLength(orders);
  expect(screen.queryByRole("list")).toBeNull();
});

it.each([
  [[], words.saveSearch, false],
  [[searchId(state)], words.searchSaved, true],
])("says whether the search is saved: %j", (saved, name, isOn) => {
  show(<ResultBar results={noResults} facets={undefined} state={state} go={() => {}} />, { saved });
  const button = screen.getByRole("button", { name });
  expect(button.classList.contains("on")).toBe(isOn);
});

it("knows a search by its words and filters, whatever their order", () => {
  const { query, filters } = state;
  const other = { query, filters: { year: ["2024"], topic: ["sea", "moon"] } };
  expect(addressOf(state)).toBe("/search?q=tide&topic=moon&topic=sea&year=2024");
  expect([addressOf(other), searchId(other)]).toEqual([addressOf(state), searchId(state)]);
  expect(searchId({ query, filters: {} })).not.toBe(searchId(state));
  expect(nameOf({ query, filters })).toBe("tide · moon · sea · 2024");
});

it("shows how to search with subjects of the paper, each as a link", () => {
  const edition = { ...anEdition, trending: [{ slug: "voyager-1", name: "Voyager 1" }], languages: ["en", "nl"] };
  const { container } = show(<HowToSearch />, { edition });
  const queries = linksOf(container).map((link) => new URLSearchParams(link.split("/search?")[1]).get("q"));
  expect(queries).toEqual([
    words.examplePhrase,
    words.exampleWithout,
    words.exampleEither,
    words.exampleTitle,
    'topic:"Voyager 1"',
    "section:Science",
    "lang:nl",
    "after:2024-03",
    "before:2020",
  ]);
  expect(container.querySelectorAll("bdi[translate=no]")).toHaveLength(queries.filter((query) => /^[a-z]+:/u.test(query ?? "")).length);
});

it("a paper without subjects and with one language shows fewer ways, and only its indexes", () => {
  const edition = { ...anEdition, trending: [], sections: [] };
  const { container, again } = show(<HowToSearch />, { edition });
  expect(linksOf(container)).toHaveLength(6);
  again(<NearbySubjects />);
  expect(linksOf(container)).toEqual(["Topics A to Z /topics", "Places A to Z /places", "Archive by date /archive"]);
  expect(container.querySelector("section")).toBeNull();
});

it("leads to trending topics and to sections", () => {
  const { container } = show(<NearbySubjects />);
  expect(linksOf(container).slice(0, 3)).toEqual(["Voyager 1 /topic/voyager-1", "Science /section/science", "Europe /section/europe"]);
});

it("keeps the last eight searches, each once, the latest first, until they are cleared or switched off", async () => {
  const { user, container, again } = show(<RecentSearches />);
  expect(container).toBeEmptyDOMElement();
  act(() => ["a", "b", "c", "d", "e", "f", "g", "h", "i", "c", ""].forEach(rememberSearch));
  expect(linksOf(container)).toEqual(["c", "i", "h", "g", "f", "e", "d", "b"].map((query) => `${query} /search?q=${query}`));
  act(() => changeSetting("searches", "off"));
  again(<RecentSearches />);
  expect(container).toBeEmptyDOMElement();
  act(() => rememberSearch("z"));
  act(() => changeSetting("searches", "on"));
  expect(linksOf(container)).toHaveLength(8);
  await user.click(screen.getByRole("button"));
  expect(container).toBeEmptyDOMElement();
});

it("announces what came of a search, and that it takes long", () => {
  vi.useFakeTimers();
  const hits = { data: undefined, isError: false, isFetching: true, isPending: true, isPlaceholderData: false };
  const found = { ...hits, isPending: false, isFetching: false };
  const { again } = show(<SearchStatus query="tide" hits={hits} />);
  const said = () => screen.getByRole("status").textContent;
  expect(said()).toBe("");
  act(() => void vi.advanceTimersByTime(999));
  expect(said()).toBe("");
  act(() => void vi.advanceTimersByTime(1));
  expect(said()).toBe(words.searching);
  again(<SearchStatus query="tide" hits={{ ...found, data: noResults }} />);
  expect(said()).toBe(words.noHits("tide"));
  again(<SearchStatus query="tide" hits={{ ...found, data: { ...noResults, unfiltered: 5 } }} />);
  expect(said()).toBe("0 of 5 stories");
  again(
    <SearchStatus
      query="tide"
      hits={{ ...found, data: { ...noResults, total: 3, unfiltered: 3, notices: [{ code: "onDevice", stories: 7 }] } }}
    />,
  );
  expect(said()).toMatch(/^3 stories .*7/u);
  again(<SearchStatus query="tide" hits={{ ...found, data: noResults, isPlaceholderData: true }} />);
  expect(said()).toBe("");
  again(<SearchStatus query="tide" hits={{ ...found, isError: true }} />);
  expect(said()).toBe(`${words.searchFailedTitle}. ${words.searchFailedText}`);
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  again(<SearchStatus query="tides" hits={{ ...found, isError: true }} />);
  expect(said()).toBe(`${words.searchFailedTitle}. ${words.searchOffline}`);
  again(<SearchStatus query=" " hits={hits} />);
  act(() => void vi.advanceTimersByTime(5000));
  expect(said()).toBe("");
});
