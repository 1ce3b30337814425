import { searchPath } from "#content/paths.ts";
import { pageUrl } from "../../edition/address.ts";
import { useWords } from "../../i18n/words.ts";
import { useGoToSearch } from "./useGoToSearch.ts";
import "../../styles/forms.css";
import "../../ui/button.css";
import "./finder.css";

/** A search field for other pages, which leads to the search page. */
export function Finder() {
  const words = useWords();
  return (
    <search className="finder-part needs-script">
      <form className="finder" action={pageUrl(searchPath)} onSubmit={useGoToSearch()}>
        <input
          type="search"
          name="q"
          aria-label={words.searchNews}
          placeholder={words.searchNews}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button className="button" type="submit">
          {words.search}
        </button>
      </form>
    </search>
  );
}
