import { frontPath, latestPath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useWords } from "../../i18n/words.ts";

/** Shown in place of an empty list: why it is empty, and where to find stories. */
export function NothingYet() {
  const words = useWords();
  return (
    <>
      <p className="standfirst">{words.nothingToList}</p>
      <p className="bar">
        <PageLink className="more-link" to={frontPath}>
          {words.frontPage}
        </PageLink>
        <PageLink className="more-link" to={latestPath}>
          {words.latest}
        </PageLink>
      </p>
    </>
  );
}
