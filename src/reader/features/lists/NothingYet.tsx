import { frontPath, latestPath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useWords } from "../../i18n/words.ts";

/** In place of a list that is empty: why it is, and where the stories are. */
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
