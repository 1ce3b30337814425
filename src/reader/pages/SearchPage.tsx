import { useState } from "react";
import { useSearchParams } from "react-router";
import { FacetPanel } from "../search/FacetPanel.tsx";
import { readSearch, searchParams, type SearchState } from "../search/searchAddress.ts";
import { SearchField } from "../search/SearchField.tsx";
import { SearchResults } from "../search/SearchResults.tsx";
import { SearchFailed, SearchIntro, SearchSkeleton } from "../search/SearchStates.tsx";
import { useSearch } from "../search/useSearch.ts";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { useAlive } from "../shell/useAlive.ts";
import { useWords } from "../words/words.ts";
import "../search/search.css";

const nothing = new URLSearchParams();

/** /search?q=…: one file for every query, so the query is only known once the page is alive. */
export function SearchPage() {
  const words = useWords();
  const alive = useAlive();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState<string>();
  const state = readSearch(alive ? params : nothing);
  const { results, facets } = useSearch(state, typed === state.query);
  const go = (next: SearchState, replace = false) => setParams(searchParams(next), { replace, preventScrollReset: true });
  const asked = state.query.trim() !== "";
  return (
    <>
      <Title of={asked ? words.searchTitle(state.query) : words.search} />
      <Masthead />
      <main id="main" className="page">
        <h1 className="unseen" tabIndex={-1}>
          {words.search}
        </h1>
        <SearchField
          query={state.query}
          onType={(query) => {
            setTyped(query);
            go({ ...state, query, page: 1 }, true);
          }}
          onSubmit={(query) => {
            setTyped(undefined);
            if (query !== state.query) go({ ...state, query, page: 1 });
          }}
        />
        {!asked && <SearchIntro />}
        {asked && results.isError && <SearchFailed again={() => void results.refetch()} />}
        {asked && results.isPending && <SearchSkeleton />}
        {asked && !results.isError && results.data && (
          <div className="split">
            <FacetPanel facets={facets.data} state={state} go={go} />
            <SearchResults results={results.data} facets={facets.data} state={state} go={go} />
          </div>
        )}
      </main>
    </>
  );
}
