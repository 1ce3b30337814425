import { useSuspenseQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import type { Results } from "#content/search.ts";
import { searchWordsQuery } from "../data/catalogueQueries.ts";
import { editionQuery } from "../data/queries.ts";
import { rememberSearch } from "../features/search/recent/recentSearches.ts";
import { FacetPanel } from "../features/search/FacetPanel.tsx";
import { readSearch, searchParams, type SearchState } from "../features/search/searchAddress.ts";
import { isEmpty, NoHits } from "../features/search/NoHits.tsx";
import { SearchField } from "../features/search/SearchField.tsx";
import { SearchIntro } from "../features/search/SearchIntro.tsx";
import { SearchResults } from "../features/search/SearchResults.tsx";
import { SearchFailed, SearchSkeleton } from "../features/search/SearchStates.tsx";
import { SearchStatus } from "../features/search/SearchStatus.tsx";
import { useDebounced } from "../features/search/useDebounced.ts";
import { useFacets, useHits } from "../features/search/useSearch.ts";
import { useArrowKeys } from "../features/search/useArrowKeys.ts";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { SearchWordsProvider } from "../i18n/searchWords.ts";
import * as v from "valibot";
import "../features/search/search.css";

const LanguageChoice = lazyPart(() => import("../features/search/LanguageChoice.tsx").then((module) => module.LanguageChoice));

const RelatedInMeaning = lazyPart(() =>
  import("../features/search/meaning/RelatedInMeaning.tsx").then((module) => module.RelatedInMeaning),
);

const nothing = new URLSearchParams();

/** Milliseconds without a change until a query counts as complete and its filters are fetched. */
const REST = 700;

/** /search?q=…: one file for every query, so the query is only known once the page is hydrated. */
export function SearchPage() {
  const { data: edition } = useSuspenseQuery(editionQuery());
  const { data: words } = useSuspenseQuery(searchWordsQuery(edition.language));
  const hydrated = useHydrated();
  const main = useRef<HTMLElement>(null);
  useArrowKeys(main);
  const { state: entry } = useLocation();
  const typing = isTyping(entry);
  const [params, setParams] = useSearchParams();
  const state = readSearch(hydrated ? params : nothing);
  const asked = state.query.trim() !== "";
  const hits = useHits(state, typing);
  const rested = useDebounced(state.query, REST) === state.query;
  const settled = rested && hits.isSuccess && !hits.isPlaceholderData;
  const facets = useFacets(state, typing, settled);
  const [shown, show] = useState({ filters: false });
  const go = (next: SearchState) => setParams(searchParams(next), { preventScrollReset: true, state: typing ? typingState : null });
  const type = (query: string) =>
    setParams(searchParams({ ...state, query, page: 1 }), { replace: true, preventScrollReset: true, state: typingState });
  const submit = (query: string) => {
    rememberSearch(query);
    if (query === state.query && !typing) return;
    setParams(searchParams({ ...state, query, page: 1 }), { replace: query === state.query, preventScrollReset: true });
  };
  const meant = asked && settled && isLast(hits.data, state) && <RelatedInMeaning results={hits.data} state={state} />;
  return (
    <SearchWordsProvider value={words}>
      <Title of={asked ? words.searchTitle(state.query) : words.search} />
      <Masthead searching />
      <main id="main" className="page coming search-page" ref={main}>
        <h1 className="unseen" tabIndex={-1}>
          {words.search}
        </h1>
        <SearchField query={state.query} onType={type} onSubmit={submit} />
        <SearchStatus query={state.query} hits={hits} />
        {asked && edition.editions && <LanguageChoice editions={edition.editions} state={state} go={go} />}
        {!asked && <SearchIntro />}
        {asked && hits.isError && <SearchFailed refetch={hits.refetch} page={location.href} />}
        {asked && hits.isPending && <SearchSkeleton />}
        {asked && !hits.isError && hits.data && isEmpty(hits.data) && (
          <NoHits results={hits.data} state={state}>
            {meant}
          </NoHits>
        )}
        {asked && !hits.isError && hits.data && !isEmpty(hits.data) && (
          <div className="split">
            <FacetPanel facets={facets} state={state} go={go} open={shown.filters} onToggle={(filters) => show({ filters })} />
            <SearchResults results={hits.data} facets={facets.data} state={state} go={go}>
              {meant}
            </SearchResults>
          </div>
        )}
      </main>
    </SearchWordsProvider>
  );
}

/** Whether stories related in meaning may follow the hits: if these are all on one page, and without a filter or order that needs a hit. */
const isLast = ({ vectors, pages }: Results, { filters, sort }: SearchState): boolean =>
  vectors === true && pages === 1 && sort === "relevance" && Object.values(filters).every((values) => !values?.length);

/**
 * The state of a history entry whose query is still being typed: its last word may
 * be incomplete. It is kept beside the address, not in it, so that Back finds the
 * same list, while a shared address means what it says.
 */
const typingState = { typing: true };

const schema = v.object({ typing: v.literal(true) });

/** @param state the state of a history entry, which can be anything */
const isTyping = (state: unknown): boolean => v.is(schema, state);
