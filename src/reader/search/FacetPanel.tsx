import type { FacetKind, Facets } from "#content/search/results.ts";
import { useWords } from "../words/words.ts";
import { facetKinds, filterCount, type SearchState, toggled } from "./searchAddress.ts";
import "../styles/forms.css";

type Props = { facets: Facets | undefined; state: SearchState; go: (state: SearchState) => void };

/** Shown of each kind: the rest is better narrowed by words. */
const SHOWN = 8;

/** What the hits can be filtered by. Folded on a narrow page. */
export function FacetPanel({ facets, state, go }: Props) {
  const words = useWords();
  const titles: Record<FacetKind, string> = {
    section: words.section,
    topic: words.topics,
    place: words.places,
    author: words.author,
    year: words.year,
  };
  const count = filterCount(state);
  return (
    <details className="filter">
      <summary>{count === 0 ? words.filters : words.filtersSet(count)}</summary>
      <form className="facets" aria-label={words.filters}>
        {facetKinds.map((kind) => {
          const set = state.filters[kind] ?? [];
          const values = (facets?.values[kind] ?? []).filter(({ value }, place) => place < SHOWN || set.includes(value));
          if (values.length === 0) return null;
          return (
            <fieldset key={kind}>
              <legend>{titles[kind]}</legend>
              {values.map(({ value, name, count: stories }) => (
                <label key={value} className="check">
                  <input type="checkbox" checked={set.includes(value)} onChange={() => go(toggled(state, kind, value))} />
                  <bdi>{name}</bdi>
                  <output>{words.number(stories)}</output>
                </label>
              ))}
            </fieldset>
          );
        })}
      </form>
    </details>
  );
}
