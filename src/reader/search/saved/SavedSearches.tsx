import { Icon } from "../../ui/Icon.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { useSearchWords } from "../../words/search/searchWords.ts";
import { facetKinds } from "../searchAddress.ts";
import { addressOf, removeSearch, type SavedSearch, useSavedSearches } from "./savedSearches.ts";
import { useNewSince } from "./useSaved.ts";
import "../kept/kept.css";

/** The searches that this reader follows, with how many stories are new since they last looked. Nothing where there is none. */
export function SavedSearches() {
  const words = useSearchWords();
  const searches = useSavedSearches();
  if (searches.length === 0) return null;
  return (
    <section className="kept" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{words.savedSearches}</h2>
      <ul>
        {searches.map((search) => (
          <Saved key={addressOf(search)} search={search} />
        ))}
      </ul>
    </section>
  );
}

function Saved({ search }: { search: SavedSearch }) {
  const words = useSearchWords();
  const fresh = useNewSince(search);
  const filters = facetKinds.flatMap((kind) => search.filters[kind] ?? []);
  const name = [search.query, ...filters].join(" · ");
  return (
    <li>
      <PageLink to={addressOf(search)} data-stop="">
        <bdi>{name}</bdi>
        {fresh && fresh.count > 0 && (
          <output data-new="">{fresh.more ? words.newSinceMore(fresh.count) : words.newSince(fresh.count)}</output>
        )}
      </PageLink>
      <button className="tool" type="button" aria-label={words.removeSearch(name)} onClick={() => removeSearch(search)}>
        <Icon name="close" />
      </button>
    </li>
  );
}
