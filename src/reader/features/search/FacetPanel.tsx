import { FACET_KINDS, type FacetKind, type Facets } from "#content/search.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { filterCount, type SearchState, toggled } from "./searchAddress.ts";
import { useState, useSyncExternalStore } from "react";
import "../../styles/forms.css";
import "../../ui/button.css";

/** The state of a query for filters. `isPlaceholderData`: they are from the query before. */
type Asked = {
  data: Facets | undefined;
  isError: boolean;
  isFetching: boolean;
  isPlaceholderData: boolean;
  refetch: () => Promise<unknown>;
};

type Props = {
  facets: Asked;
  state: SearchState;
  go: (state: SearchState) => void;
  /** Whether the reader has opened it, on a page where it collapses. */
  open: boolean;
  onToggle: (open: boolean) => void;
};

/** The filters for the hits: beside them, or collapsed above them on a narrow page. */
export function FacetPanel({ facets, state, go, open, onToggle }: Props) {
  const words = useSearchWords();
  const wide = useWide();
  const count = filterCount(state);
  return (
    <details className="filter" open={wide || open}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          onToggle(!open);
        }}
      >
        <Icon name="filter" />
        {count === 0 ? words.filters : words.filtersSet(count)}
      </summary>
      <div className={facets.isError ? "said" : undefined}>
        <span role="status">{facets.isError && !facets.isFetching && words.filtersFailed}</span>
        {facets.isError && (
          <button className="plain more-link" type="button" onClick={() => void facets.refetch()}>
            {words.tryAgain}
          </button>
        )}
      </div>
      <form className="facets" aria-label={words.filters} aria-busy={facets.isPlaceholderData}>
        {FACET_KINDS.map((kind) => (
          <FacetGroup key={kind} kind={kind} facets={facets.data} state={state} go={go} />
        ))}
      </form>
    </details>
  );
}

/** How many values of each kind are shown: beyond these, words in the query narrow better. All years are known, and shown on request. */
const SHOWN = 8;

/** The values of one kind. Years have bars: they show when a subject was in the news. */
function FacetGroup({ kind, facets, state, go }: Pick<Props, "state" | "go"> & { kind: FacetKind; facets: Facets | undefined }) {
  const words = useSearchWords();
  const titles: Record<FacetKind, string> = {
    section: words.section,
    topic: words.topics,
    place: words.places,
    author: words.author,
    year: words.year,
  };
  const [isWhole, setWhole] = useState(false);
  const set = state.filters[kind] ?? [];
  const all = facets?.values[kind] ?? [];
  const values = all.filter(({ value }, place) => isWhole || place < SHOWN || set.includes(value));
  if (values.length === 0) return null;
  const most = kind === "year" && all.length > 1 ? Math.max(...all.map(({ count }) => count)) : undefined;
  return (
    <fieldset>
      <legend>{titles[kind]}</legend>
      {values.map(({ value, name, count: stories }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            aria-label={words.facet(name, words.stories(stories))}
            checked={set.includes(value)}
            onChange={() => go(toggled(state, kind, value))}
          />
          <bdi>{name}</bdi>
          {most && <Bar share={stories / most} />}
          <span className="count" aria-hidden="true">
            {words.number(stories)}
          </span>
        </label>
      ))}
      {kind === "year" && all.length > SHOWN && (
        <button className="plain more-link" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {words.showAll(all.length)}
        </button>
      )}
    </fieldset>
  );
}

/** @param share of the greatest number, which is as wide as there is room */
function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={share} height="1" />
    </svg>
  );
}

/** As in search.css: from this width on the filters are beside the hits; on narrower pages they collapse. */
const WIDE = "(width >= 62rem)";

/** Whether the filters have their own column. */
function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia?.(WIDE);
      query?.addEventListener("change", changed);
      return () => query?.removeEventListener("change", changed);
    },
    () => window.matchMedia?.(WIDE).matches ?? false,
    () => false,
  );
}
