import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { HowToSearch } from "./HowToSearch.tsx";
import { RecentSearches } from "./recent/RecentSearches.tsx";
import { NearbySubjects } from "./NearbySubjects.tsx";

/** Placed last, so that it moves nothing when it loads. */
const SavedSearches = lazyPart(() => import("./saved/SavedSearches.tsx").then((module) => module.SavedSearches));

/** Shown while there is no query: recent and saved searches, subjects, and the query syntax; without JavaScript, other ways to a story. */
export function SearchIntro() {
  const words = useSearchWords();
  const hydrated = useHydrated();
  return (
    <>
      <p className="said needs-script">{words.searchIntro}</p>
      {/* The page's HTML serves every query: what is shown only without one would flash. */}
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
