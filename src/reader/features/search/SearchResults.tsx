import type { ReactNode } from "react";
import type { Facets, Results } from "#content/search.ts";
import { focusNext } from "../../navigation/restoreFocus.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { noticeWords } from "./noticeWords.ts";
import { ResultBar } from "./ResultBar.tsx";
import { searchAddress, type SearchState } from "./searchAddress.ts";
import { SearchHit } from "./SearchHit.tsx";
import { rememberSearch } from "./recent/recentSearches.ts";
import { SearchPages } from "./SearchPages.tsx";
import { useUnmuted } from "./useUnmuted.tsx";
import "../../teasers/list.css";

type Props = { results: Results; facets: Facets | undefined; state: SearchState; go: (state: SearchState) => void; children: ReactNode };

/** The answer to a query: suggestions and notices, the hits, links to their pages, and below those the children. */
export function SearchResults({ results, facets, state, go, children }: Props) {
  const words = useSearchWords();
  const [hits, mutedLine] = useUnmuted(results);
  return (
    <section aria-labelledby="found">
      <ResultBar results={results} facets={facets} state={state} go={go} />
      {/* Whose word was corrected need not be asked whether that was meant. */}
      {results.suggestions.length > 0 && !results.notices.some(({ code }) => code === "corrected") && (
        <p className="said">
          {words.didYouMean}
          {results.suggestions.map((query) => (
            <PageLink key={query} to={searchAddress({ ...state, query, page: 1 })} dir="auto">
              {query}
            </PageLink>
          ))}
        </p>
      )}
      {results.notices.map((notice) => (
        <p key={JSON.stringify(notice)} className="said">
          {noticeWords(notice, words)}
        </p>
      ))}
      {mutedLine}
      {results.total === 0 ? (
        <NoneFiltered state={state} go={go} />
      ) : (
        <ol role="list" className="items">
          {hits.map(({ document }) => (
            <li key={document.slug}>
              <SearchHit document={document} found={results.words} onOpen={() => rememberSearch(state.query)} />
            </li>
          ))}
        </ol>
      )}
      <SearchPages results={results} state={state} />
      {children}
    </section>
  );
}

function NoneFiltered({ state, go }: Pick<Props, "state" | "go">) {
  const words = useSearchWords();
  const removeFilters = () => {
    focusNext("#found");
    go({ ...state, page: 1, filters: {} });
  };
  return (
    <div className="none">
      <p>{words.noHitsFilters}</p>
      <button className="button quiet" type="button" onClick={removeFilters}>
        {words.removeFilters}
      </button>
    </div>
  );
}
