import type { Letter } from "#content/pages/indexPage.ts";
import { useWords } from "../../i18n/words.ts";
import "./letters.css";

/** The alphabet of an index, with a link to each letter that has names. */
export function Letters({ letters }: { letters: Letter[] }) {
  const words = useWords();
  return (
    <nav className="letters" aria-label={words.letters}>
      <ul>
        {letters.map(({ letter, slug }) => (
          <li key={slug}>
            <a href={`#letter-${slug}`}>{letterName(letter, words.otherLetters)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** "#" stands for names that do not begin with a letter. */
export function letterName(letter: string, others: string): string {
  return letter === "#" ? others : letter;
}
