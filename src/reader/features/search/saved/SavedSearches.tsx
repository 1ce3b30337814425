import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { providerOf } from "../providerOf.ts";
import { addressOf, nameOf } from "../searchId.ts";
import { useEditionLanguage } from "../../../edition/EditionContext.ts";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { libraryWordsQuery, useLibraryWords } from "../../../data/libraryWords.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { newSince } from "./newSince.ts";
import { removeSearch } from "./removeSearch.ts";
import "../../../teasers/deskHead.css";
import "../../../ui/button.css";

/** The reader's saved searches, the latest first, each with the number of stories that are new since they last looked. */
export function SavedSearches() {
  const searches = [...useLibrary("search")].toSorted(([, a], [, b]) => b.savedAt - a.savedAt);
  const { data: libraryWords } = useQuery(libraryWordsQuery(useEditionLanguage()));
  const styled = useLazyStyles(searches.length > 0);
  if (searches.length === 0 || !libraryWords || !styled) return null;
  return (
    <section className="own-part" aria-labelledby="saved-searches">
      <header className="desk-head">
        <h2 id="saved-searches">{libraryWords.savedSearches}</h2>
      </header>
      <ul role="list" className="own-list">
        {searches.map(([id, search]) => (
          <Saved key={id} id={id} search={search} />
        ))}
      </ul>
    </section>
  );
}

function Saved({ id, search }: { id: string; search: LibraryValue<"search"> }) {
  const words = useLibraryWords();
  const fresh = useNewSince(search);
  const name = nameOf(search);
  return (
    <li className="between">
      <p>
        <PageLink to={addressOf(search)} data-stop="">
          <bdi>{name}</bdi>
        </PageLink>{" "}
        {fresh && fresh.count > 0 && (
          <span className="hint">{fresh.more ? words.newCountMore(fresh.count) : words.newCount(fresh.count)}</span>
        )}
      </p>
      <button className="plain more-link" type="button" aria-label={words.removeOf(name)} onClick={() => void removeSearch(id, search)}>
        {words.remove}
      </button>
    </li>
  );
}

/** How many new stories a saved search has. Undefined until that is known. */
function useNewSince(search: LibraryValue<"search">) {
  const client = useQueryClient();
  return useQuery({
    retry: false,
    queryKey: ["search", "new", addressOf(search), search.newest],
    queryFn: async ({ signal }) => newSince(await providerOf(client), search, signal),
  }).data;
}
