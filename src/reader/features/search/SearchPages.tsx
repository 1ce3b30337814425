import { useLocation } from "react-router";
import type { Results } from "#content/search.ts";
import { PageNav } from "../../ui/PageNav.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { searchAddress, type SearchState } from "./searchAddress.ts";

/** How many page numbers are shown on each side of the current one. */
const BESIDE = 1;

/** Moves focus to the top of the hits, where the new page begins. */
const toFound = () => document.getElementById("found")?.focus({ preventScroll: true });

/** Links to the pages of hits. */
export function SearchPages({ results: { page, pages }, state }: { results: Results; state: SearchState }) {
  const words = useSearchWords();
  const { state: entry } = useLocation();
  const kept: unknown = entry;
  if (pages < 2) return null;
  const first = Math.max(1, Math.min(page - BESIDE, pages - 2 * BESIDE));
  const to = (number: number): string => searchAddress({ ...state, page: number });
  const stops = Array.from({ length: Math.min(pages, 2 * BESIDE + 1) }, (_, place) => {
    const number = first + place;
    return { name: words.number(number), label: words.page(number), to: to(number), isOpen: number === page };
  });
  const beside = (number: number) => (number < 1 || number > pages ? undefined : { to: to(number), name: words.page(number) });
  return <PageNav previous={beside(page - 1)} next={beside(page + 1)} stops={stops} state={kept} onOpen={toFound} />;
}
