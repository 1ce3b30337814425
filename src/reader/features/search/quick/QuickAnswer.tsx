import { marks } from "static-search/text/passage";
import type { Hit, Notice, Results } from "#content/search.ts";
import { pageUrl } from "../../../edition/address.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { foundState } from "../../../navigation/foundState.ts";
import { languageOf } from "../../../i18n/languageOf.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { TextLink } from "../../../ui/TextLink.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { useSearchWords } from "../../../i18n/searchWords.ts";
import { foundText } from "../foundText.ts";
import { hitPlace } from "../hitPlace.ts";
import { HowToSearch } from "../HowToSearch.tsx";
import { RecentSearches } from "../recent/RecentSearches.tsx";
import { rememberSearch } from "../recent/recentSearches.ts";
import { Marked } from "../Marked.tsx";
import { NearbySubjects } from "../NearbySubjects.tsx";
import { noticeWords } from "../noticeWords.ts";
import { searchAddress } from "../searchAddress.ts";
import { SearchFailed, SearchSkeleton } from "../SearchStates.tsx";
import { SearchStatus } from "../SearchStatus.tsx";
import { useUnmuted } from "../useUnmuted.tsx";
import { useHits } from "../useSearch.ts";

/** How many hits are shown: as many as fit above a phone's keyboard, and a few more. */
const SHOWN = 6;

const stateOf = (query: string) => ({ query, filters: {}, sort: "relevance", page: 1 }) as const;

type Props = { query: string; onSuggestion: (query: string) => void };

/** The best hits for what is typed, with a link to all of them; before that, recent searches, subjects and the query syntax. */
export function QuickAnswer({ query, onSuggestion }: Props) {
  const hits = useHits(stateOf(query), true);
  return (
    <>
      <SearchStatus query={query} hits={hits} />
      {query === "" && (
        <div className="search-start">
          <RecentSearches />
          <NearbySubjects />
          <HowToSearch />
        </div>
      )}
      {hits.isError && <SearchFailed refetch={hits.refetch} page={pageUrl(searchAddress(stateOf(query)))} />}
      {query !== "" && hits.isPending && <SearchSkeleton />}
      {query !== "" && !hits.isError && hits.data && <Best results={hits.data} query={query} onSuggestion={onSuggestion} />}
    </>
  );
}

function Best({ results, query, onSuggestion }: Props & { results: Results }) {
  const words = useSearchWords();
  const [hits, mutedLine] = useUnmuted(results);
  const [suggestion] = results.suggestions;
  return (
    <>
      <p className="count">{results.total === 0 ? words.noHits(query) : foundText(results, words)}</p>
      {results.notices.filter(explainsHits).map((notice) => (
        <p key={JSON.stringify(notice)} className="said">
          {noticeWords(notice, words)}
        </p>
      ))}
      {suggestion !== undefined && (
        <p className="said">
          {words.didYouMean}{" "}
          <button className="plain more-link" type="button" data-stop="" dir="auto" onClick={() => onSuggestion(suggestion)}>
            {suggestion}
          </button>
        </p>
      )}
      {mutedLine}
      <ol role="list">
        {hits.slice(0, SHOWN).map((hit) => (
          <QuickHit key={hit.document.slug} hit={hit} found={results.words} onOpen={() => rememberSearch(query)} />
        ))}
      </ol>
      {results.total > SHOWN && (
        <p>
          <PageLink className="more-link" to={searchAddress(stateOf(query))} data-stop="" onClick={() => rememberSearch(query)}>
            {words.seeAllFound(foundText(results, words))}
          </PageLink>
        </p>
      )}
    </>
  );
}

/** These notices explain the hits; all others can wait for the page of all hits. */
const explainsHits = ({ code }: Notice): boolean => code === "onDevice" || code === "corrected" || code === "excludedInTitle";

function QuickHit({ hit: { document }, found, onOpen }: { hit: Hit; found: readonly string[]; onOpen: () => void }) {
  const { language = "", editions } = useEdition() ?? {};
  return (
    <li>
      <TextLink
        url={hitPlace(document, language, editions).url}
        state={foundState(found)}
        data-stop=""
        onClick={onOpen}
        {...languageOf(document)}
      >
        <Marked text={document.headline} marks={marks(document.headline, new Set(found))} />
      </TextLink>
      <p className="meta">
        {document.section && <bdi>{document.section.name}</bdi>}{" "}
        {document.path === undefined && <Timestamp date={document.datePublished} style="day" />}
      </p>
    </li>
  );
}
