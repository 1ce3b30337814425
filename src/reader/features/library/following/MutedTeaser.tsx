import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";

/** What stands in the place of a story that the reader does not want to see: why, and a way to see it after all. */
export function MutedTeaser({ name, show }: { name: string; show: () => void }) {
  const words = useWords();
  const own = useLibraryWords();
  return (
    <p className="meta">
      <span>{own.hiddenStory(name)}</span>
      <button className="plain more-link" type="button" onClick={show}>
        {words.show}
      </button>
    </p>
  );
}
