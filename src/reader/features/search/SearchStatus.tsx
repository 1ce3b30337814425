import type { Results } from "#content/search.ts";
import { useOnline } from "../../device/useOnline.ts";
import { useLate } from "../../ui/useLate.ts";
import { type EverySearchWord, useSearchWords } from "../../i18n/searchWords.ts";
import { foundText } from "./foundText.ts";
import { noticeWords } from "./noticeWords.ts";

/** How long to wait before announcing that a search is under way, in milliseconds: a quicker answer needs no announcement. */
const PATIENCE = 1000;

type Asked = { data: Results | undefined; isError: boolean; isFetching: boolean; isPending: boolean; isPlaceholderData: boolean };

/**
 * Announces the outcome of a search in one sentence. The live region is there, empty,
 * before the first answer and between two answers, so that an answer equal to the one
 * before is announced too.
 */
export function SearchStatus({ query, hits }: { query: string; hits: Asked }) {
  const words = useSearchWords();
  const online = useOnline();
  const asked = query.trim() !== "";
  const waits = asked && (hits.isPending || hits.isPlaceholderData || (hits.isError && hits.isFetching));
  const late = useLate(waits, PATIENCE);
  const sentence = () => {
    if (!asked) return "";
    if (waits) return late ? words.searching : "";
    if (hits.isError) return `${words.searchFailedTitle}. ${online ? words.searchFailedText : words.searchOffline}`;
    return hits.data ? answer(hits.data, query, words) : "";
  };
  return (
    <p className="unseen" role="status">
      {sentence()}
    </p>
  );
}

function answer(results: Results, query: string, words: EverySearchWord): string {
  const found = results.total === 0 && results.unfiltered === 0 ? words.noHits(query) : foundText(results, words);
  return [found, ...results.notices.map((notice) => noticeWords(notice, words))].join(" ");
}
