import { useWords } from "../i18n/words.ts";

/** The first tab stop: skips the masthead. */
export function SkipLink() {
  const words = useWords();
  return (
    <a className="skip" href="#main">
      {words.skip}
    </a>
  );
}
