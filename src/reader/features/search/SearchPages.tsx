import { useLocation } from "react-router";
import type { Results } from "#content/search.ts";
import { Icon } from "../../ui/Icon.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { searchAddress, type SearchState } from "./searchAddress.ts";

/** How many page numbers are shown on each side of the current one. */
const BESIDE = 2;

/** Moves focus to the top of the hits, where the new page begins. */
const toFound = () => document.getElementById("found")?.focus({ preventScroll: true });

/** Links to the pages of hits. */
export function SearchPages({ results: { page, pages }, state }: { results: Results; state: SearchState }) {
  const words = useSearchWords();
  const { state: entry } = useLocation();
  const kept: unknown = entry;
  if (pages < 2) return null;
  const to = (target: number) => searchAddress({ ...state, page: target });
  const first = Math.max(1, Math.min(page - BESIDE, pages - 2 * BESIDE));
  const numbers = Array.from({ length: Math.min(pages, 2 * BESIDE + 1) }, (_, place) => first + place);
  return (
    <nav className="pages" aria-label={words.pages}>
      {page > 1 && (
        <PageLink to={to(page - 1)} rel="prev" state={kept} onClick={toFound} aria-label={words.page(page - 1)}>
          <Icon name="left" turns />
        </PageLink>
      )}
      {numbers.map((number) =>
        number === page ? (
          <span key={number} aria-current="page">
            {words.number(number)}
          </span>
        ) : (
          <PageLink key={number} to={to(number)} state={kept} onClick={toFound} aria-label={words.page(number)}>
            {words.number(number)}
          </PageLink>
        ),
      )}
      {page < pages && (
        <PageLink to={to(page + 1)} rel="next" state={kept} onClick={toFound} aria-label={words.page(page + 1)}>
          <Icon name="right" turns />
        </PageLink>
      )}
    </nav>
  );
}
