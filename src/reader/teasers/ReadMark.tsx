import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";

/** Marks a story that this reader has opened, with a word: not everyone can see a difference in colour. */
export function ReadMark() {
  const words = useWords();
  return (
    <span className="read-mark">
      <Icon name="check" />
      {words.alreadyRead}
    </span>
  );
}
