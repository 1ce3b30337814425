import { searchPath } from "#content/paths.ts";
import { fileUrl } from "../edition/address.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useOpener } from "./useOpener.ts";

/** Leads to the search page; once the page is hydrated, it is the button that opens the quick search. */
export function SearchTool() {
  const words = useWords();
  return (
    <a className="tool find" href={fileUrl(searchPath)} {...useOpener("search")}>
      <Icon name="search" />
      <span className="unseen">{words.search}</span>
    </a>
  );
}
