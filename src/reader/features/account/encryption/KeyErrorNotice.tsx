import type { SyncWords } from "../../../i18n/wordTypes.ts";
import { useAccountWords } from "../../../i18n/accountWords.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { problemText } from "../problemText.ts";
import { ErrorNotice } from "../ErrorNotice.tsx";

type Props = { error: unknown; words: SyncWords["key"]; onRetry?: (() => void) | undefined };

/** An alert that says what failed with the key and what to do about it. */
export function KeyErrorNotice({ error, words, onRetry }: Props) {
  const others = useAccountWords();
  const texts: Record<string, string> = words.problems;
  return <ErrorNotice text={(error instanceof ApiError && texts[error.code]) || problemText(error, others)} onRetry={onRetry} />;
}
