import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";

/** Says of a story that this reader has opened it: a word, since a colour alone tells not everyone. */
export function ReadMark() {
  const words = useWords();
  return (
    <span className="read-mark">
      <Icon name="check" />
      {words.alreadyRead}
    </span>
  );
}
