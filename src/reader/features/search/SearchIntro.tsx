import { useHydrated } from "../../hydration/useHydrated.ts";
import { lazyPart } from "../../hydration/lazyPart.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { HowToSearch } from "./HowToSearch.tsx";
import { RecentSearches } from "./recent/RecentSearches.tsx";
import { NearbySubjects } from "./NearbySubjects.tsx";

/** Last, so that it moves nothing when it comes. */
const SavedSearches = lazyPart(() => import("./saved/SavedSearches.tsx").then((module) => module.SavedSearches));

/** Before there is anything to search for: what this reader searched for before, what there is to find, and how; without JavaScript, other ways to a story. */
export function SearchIntro() {
  const words = useSearchWords();
  const hydrated = useHydrated();
  return (
    <>
      <p className="said needs-script">{words.searchIntro}</p>
      {/* The page's HTML is that of every query: what belongs to none would only flash. */}
      {hydrated && (
        <div className="search-start">
          <div>
            <RecentSearches />
            <NearbySubjects />
            <SavedSearches />
          </div>
          <HowToSearch />
        </div>
      )}
      <noscript>
        <p className="said">{words.searchNeedsScript}</p>
        <NearbySubjects />
      </noscript>
    </>
  );
}
