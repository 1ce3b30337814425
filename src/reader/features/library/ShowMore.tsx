import { useLibraryWords } from "../../data/libraryWords.ts";

/** A button that shows more of a list; nothing once all of it is shown. */
export function ShowMore({ shown, of, onMore }: { shown: number; of: number; onMore: () => void }) {
  const words = useLibraryWords();
  if (shown >= of) return null;
  return (
    <button className="button quiet" type="button" onClick={onMore}>
      {words.showMore}
    </button>
  );
}
