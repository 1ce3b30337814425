import { useTeaserLibrary } from "../../teasers/teaserLibrary.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import type { SearchState } from "./searchAddress.ts";
import { searchId } from "./searchId.ts";
import "../../ui/button.css";

/** The button that adds the current search to the reader's library, or removes it. */
export function SaveSearch({ state }: { state: SearchState }) {
  const words = useSearchWords();
  const saved = useTeaserLibrary()?.has("search", searchId(state)) ?? false;
  const onClick = () =>
    void withImport(
      () => import("./saved/toggleSearch.ts"),
      ({ toggleSearch }) => toggleSearch(state),
    );
  return (
    <button className={`button quiet${saved ? " on" : ""}`} type="button" onClick={onClick}>
      <Icon name={saved ? "check" : "plus"} />
      {saved ? words.searchSaved : words.saveSearch}
    </button>
  );
}
