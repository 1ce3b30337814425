import { useSettings } from "../../settings/settingsStore.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { PageLink } from "../../../ui/PageLink.tsx";
import { useSearchWords } from "../../../i18n/searchWords.ts";
import { searchAddress } from "../searchAddress.ts";
import { clearSearches, useRecentSearches } from "./recentSearches.ts";
import "./recentSearches.css";

/** The recent searches on this device, unless the reader has switched them off. */
export function RecentSearches() {
  const words = useSearchWords();
  const searches = useRecentSearches();
  const { searches: wanted } = useSettings();
  if (searches.length === 0 || wanted === "off") return null;
  return (
    <section className="kept" aria-labelledby="last-searches">
      <div className="between">
        <h3 className="label" id="last-searches">
          {words.lastSearches}
        </h3>
        <button className="plain more-link" type="button" onClick={clearSearches}>
          {words.clearSearches}
        </button>
      </div>
      <ul role="list">
        {searches.map((query) => (
          <li key={query}>
            <PageLink to={searchAddress({ query, filters: {}, sort: "relevance", page: 1 })} data-stop="">
              <Icon name="search" />
              <bdi>{query}</bdi>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
