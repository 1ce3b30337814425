import type { EveryAccountWord } from "../../i18n/accountWords.ts";
import { ApiError } from "../../data/ApiError.ts";

/** What went wrong and what to do, in the reader's language. */
export function problemText(error: unknown, words: EveryAccountWord): string {
  const texts: Record<string, string> = words.accountProblem;
  return (error instanceof ApiError && texts[error.code]) || words.accountFailed;
}
