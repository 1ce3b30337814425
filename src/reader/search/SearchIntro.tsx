import { subjectPath } from "#content/paths.ts";
import { useEdition } from "../shell/EditionContext.ts";
import { useAlive } from "../shell/useAlive.ts";
import { latePart } from "../ui/latePart.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useSearchWords } from "../words/search/searchWords.ts";
import { HowToSearch } from "./HowToSearch.tsx";
import { LastSearches } from "./kept/LastSearches.tsx";
import { IndexLinks, NearbySubjects } from "./NearbySubjects.tsx";

/** Last, so that it moves nothing when it comes. */
const SavedSearches = latePart(() => import("../library/searches/SavedSearches.tsx").then((module) => module.SavedSearches));

/** Before there is anything to search for: what this reader searched for before, what there is to find, and how; without JavaScript, other ways to a story. */
export function SearchIntro() {
  const words = useSearchWords();
  const alive = useAlive();
  return (
    <>
      <p className="said needs-script">{words.searchIntro}</p>
      {/* The page's HTML is that of every query: what belongs to none would only flash. */}
      {alive && (
        <div className="search-start">
          <div>
            <LastSearches />
            <NearbySubjects />
            <SavedSearches />
          </div>
          <HowToSearch />
        </div>
      )}
      <noscript>
        <p className="said">{words.searchNeedsScript}</p>
        <SectionLinks />
        <IndexLinks />
      </noscript>
    </>
  );
}

function SectionLinks() {
  const words = useSearchWords();
  const sections = useEdition()?.sections ?? [];
  if (sections.length === 0) return null;
  return (
    <>
      <h2>{words.sections}</h2>
      <ul role="list" className="ways">
        {sections.map(({ slug, name }) => (
          <li key={slug}>
            <PageLink to={subjectPath("section", slug)} dir="auto">
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  );
}
