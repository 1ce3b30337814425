import { searchPath } from "#content/paths.ts";
import { pageUrl } from "../edition/address.ts";
import { useGoToSearch } from "../features/search/useGoToSearch.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useDialogs } from "../ui/DialogContext.ts";
import "../styles/forms.css";

/**
 * The search field of the masthead: a plain form that leads to the search page.
 * A click in it opens the quick search, which takes over its text; with the
 * keyboard the field itself can be used. Without JavaScript search does not work,
 * and the search icon leads to other ways of finding a story.
 */
export function QuickField() {
  const words = useWords();
  const { open, prefetch } = useDialogs();
  const goToSearch = useGoToSearch();
  return (
    <form
      className="quick needs-script"
      role="search"
      action={pageUrl(searchPath)}
      aria-label={words.searchNews}
      onPointerEnter={() => prefetch("search")}
      onSubmit={goToSearch}
    >
      <input
        type="search"
        name="q"
        aria-label={words.searchNews}
        placeholder={words.search}
        autoComplete="off"
        enterKeyHint="search"
        aria-keyshortcuts="/"
        onClick={() => open("search")}
      />
      <button type="submit" aria-label={words.search}>
        <Icon name="search" />
      </button>
    </form>
  );
}
