import { foldText } from "static-search/text/fold";
import { useLibraryWords } from "../../data/libraryWords.ts";
import "../../styles/forms.css";

/** Narrows a list of the library to what has the typed words. */
export function WordFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const own = useLibraryWords();
  return (
    <search className="word-filter">
      <input
        type="search"
        aria-label={own.findWords}
        placeholder={own.findWords}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </search>
  );
}

/** Whether a text has the beginnings of all words, written with or without accents. */
export const hasWords = (text: string, words: string): boolean => wordsIn(words).every(isIn(searchable(text)));

/** A text as words are looked for in it, for code that looks often. */
export const searchable = (text: string): string => ` ${foldText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")}`;

/** What is looked for. */
export const wordsIn = (words: string): string[] => foldText(words).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

export const isIn =
  (within: string) =>
  (word: string): boolean =>
    within.includes(` ${word}`);
