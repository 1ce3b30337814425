import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { searchWordsQuery } from "../../data/partWords.ts";
import { useEdition } from "../../shell/EditionContext.ts";
import { useSay } from "../../shell/SayContext.ts";
import { SearchWordsProvider } from "../../words/search/searchWords.ts";
import { useWords } from "../../words/words.ts";
import { QuickSearch } from "./QuickSearch.tsx";

/** The quick search with its words, which come with it. */
export function QuickSearchDialog({ onClose }: { onClose: () => void }) {
  const { partFailed } = useWords();
  const say = useSay();
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
