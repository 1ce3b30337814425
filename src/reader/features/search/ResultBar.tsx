import type { Sort } from "static-search";
import { FACET_KINDS, type Facets, type Results } from "#content/search.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { foundText } from "./foundText.ts";
import { SaveSearch } from "./SaveSearch.tsx";
import { type SearchState, toggled } from "./searchAddress.ts";
import "../../styles/forms.css";
import "../../teasers/chips.css";

type Props = { results: Results; facets: Facets | undefined; state: SearchState; go: (state: SearchState) => void };

/** The number of hits, the filters that are set, and the order. */
export function ResultBar({ results, facets, state, go }: Props) {
  const words = useSearchWords();
  const set = FACET_KINDS.flatMap((kind) => (state.filters[kind] ?? []).map((value) => ({ kind, value })));
  const sorts: [Sort, string][] = [
    ["relevance", words.bestMatch],
    ["newest", words.newestFirst],
    ["oldest", words.oldestHits],
  ];
  return (
    <div className="result-bar">
      <h2 className="label" id="found" tabIndex={-1}>
        {foundText(results, words)}
      </h2>
      {set.length > 0 && (
        <ul role="list" className="chips">
          {set.map(({ kind, value }) => (
            <li key={`${kind}/${value}`}>
              <button className="chip" type="button" onClick={() => go(toggled(state, kind, value))}>
                <bdi>{facets?.values[kind].find((facet) => facet.value === value)?.name ?? value}</bdi>
                <Icon name="close" />
                <span className="unseen">{words.removeFilter}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <SaveSearch state={state} />
      {results.total > 1 && (
        <label>
          {words.sortBy}
          <select
            value={state.sort}
            onChange={({ target }) => go({ ...state, page: 1, sort: sorts.find(([sort]) => sort === target.value)?.[0] ?? "relevance" })}
          >
            {sorts.map(([sort, name]) => (
              <option key={sort} value={sort}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
