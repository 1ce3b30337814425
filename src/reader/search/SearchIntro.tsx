import { archivePath, placesPath, topicsPath } from "#content/paths.ts";
import { latePart } from "../ui/latePart.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useSearchWords } from "../words/search/searchWords.ts";
import { LastSearches } from "./kept/LastSearches.tsx";

/** Last, so that it moves nothing when it comes. */
const SavedSearches = latePart(() => import("../library/searches/SavedSearches.tsx").then((module) => module.SavedSearches));

/** Before there is anything to search for: what this reader searched for before; without JavaScript, other ways to a story. */
export function SearchIntro() {
  const words = useSearchWords();
  return (
    <>
      <p className="said needs-script">{words.searchIntro}</p>
      <LastSearches />
      <SavedSearches />
      <noscript>
        <p className="said">{words.searchNeedsScript}</p>
        <ul className="ways">
          <li>
            <PageLink to={topicsPath}>{words.topicsAToZ}</PageLink>
          </li>
          <li>
            <PageLink to={placesPath}>{words.placesAToZ}</PageLink>
          </li>
          <li>
            <PageLink to={archivePath}>{words.archiveByDate}</PageLink>
          </li>
        </ul>
      </noscript>
    </>
  );
}
