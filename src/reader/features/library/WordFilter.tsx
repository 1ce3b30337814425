import { foldText } from "static-search/text/fold";
import { useLibraryWords } from "../../data/libraryWords.ts";
import "../../styles/forms.css";

/** Filters a list of the library by the words typed. */
export function WordFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const libraryWords = useLibraryWords();
  return (
    <search className="word-filter">
      <input
        type="search"
        aria-label={libraryWords.findWords}
        placeholder={libraryWords.findWords}
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </search>
  );
}

/** Whether each of the words begins a word of the text, with or without accents. */
export const hasWords = (text: string, words: string): boolean => wordsIn(words).every(isIn(searchable(text)));

/** A text prepared for `isIn`, for code that searches it often. */
export const searchable = (text: string): string => ` ${foldText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")}`;

/** The words to look for. */
export const wordsIn = (words: string): string[] => foldText(words).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

export const isIn =
  (within: string) =>
  (word: string): boolean =>
    within.includes(` ${word}`);
