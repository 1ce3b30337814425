import { type ReactNode, useState } from "react";
import type { LibraryValue } from "#content/library/record.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { ContinueReading } from "./ContinueReading.tsx";
import { SavedStory } from "./SavedStory.tsx";
import { ShowMore } from "../ShowMore.tsx";

/** Stories that are shown at once: each is looked up. */
const PAGE = 20;

/**
 * /saved: what the reader has saved, the last first, and what was begun.
 * @param about what can be done with all that is saved
 */
export function SavedView({ about }: { about: (saved: LibraryValue<"saved">[]) => ReactNode }) {
  const words = useWords();
  const own = useLibraryWords();
  const saved = [...useLibrary("saved").values()].toSorted((a, b) => b.savedAt - a.savedAt);
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ContinueReading />
      {saved.length === 0 ? (
        <p className="standfirst">{own.nothingSaved}</p>
      ) : (
        <div className="split">
          {about(saved)}
          <section aria-labelledby="saved">
            <h2 id="saved" className="unseen">
              {words.saved}
            </h2>
            <ol role="list" className="items">
              {saved.slice(0, shown).map((story) => (
                <li key={story.slug}>
                  <SavedStory saved={story} />
                </li>
              ))}
            </ol>
            <ShowMore shown={shown} of={saved.length} onMore={() => setShown(shown + PAGE)} />
          </section>
        </div>
      )}
    </>
  );
}
