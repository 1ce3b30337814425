import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { searchWordsQuery } from "../../../data/catalogueQueries.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { SearchWordsProvider } from "../../../i18n/searchWords.ts";
import { useWords } from "../../../i18n/words.ts";
import { QuickSearch } from "./QuickSearch.tsx";

/** The quick search, once its words have loaded. */
export function QuickSearchDialog({ onClose }: { onClose: () => void }) {
  const { partFailed } = useWords();
  const say = useAnnounce();
  const { data, isError } = useQuery(searchWordsQuery(useEdition()?.language ?? ""));
  useEffect(() => {
    if (!isError) return;
    say(partFailed);
    onClose();
  }, [isError, say, partFailed, onClose]);
  return (
    data && (
      <SearchWordsProvider value={data}>
        <QuickSearch onClose={onClose} />
      </SearchWordsProvider>
    )
  );
}
