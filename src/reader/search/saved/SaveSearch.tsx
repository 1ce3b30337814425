import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../words/search/searchWords.ts";
import type { SearchState } from "../searchAddress.ts";
import { useFollowing } from "./useSaved.ts";
import "../../ui/button.css";

/** The button that saves the shown search, or lets it go again. */
export function SaveSearch({ state }: { state: SearchState }) {
  const words = useSearchWords();
  const { saved, toggle } = useFollowing(state);
  return (
    <button className="button quiet" type="button" aria-pressed={saved} onClick={toggle}>
      <Icon name={saved ? "check" : "plus"} />
      {saved ? words.searchSaved : words.saveSearch}
    </button>
  );
}
