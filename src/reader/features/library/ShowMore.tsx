import { useLibraryWords } from "../../data/libraryWords.ts";

/** The way to what of a list is not shown yet; nothing once all is. */
export function ShowMore({ shown, of, onMore }: { shown: number; of: number; onMore: () => void }) {
  const words = useLibraryWords();
  if (shown >= of) return null;
  return (
    <button className="button quiet" type="button" onClick={onMore}>
      {words.showMore}
    </button>
  );
}
