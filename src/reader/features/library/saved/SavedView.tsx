import { type ReactNode, useState } from "react";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { ContinueReading } from "./ContinueReading.tsx";
import { SavedStory } from "./SavedStory.tsx";
import { ShowMore } from "../ShowMore.tsx";

/** How many stories are shown at once: each of them is fetched. */
const PAGE = 20;

/**
 * /saved: the stories that the reader has saved, the last first, and those begun.
 * @param about renders the controls for all saved stories
 */
export function SavedView({ about }: { about: (saved: LibraryValue<"saved">[]) => ReactNode }) {
  const words = useWords();
  const libraryWords = useLibraryWords();
  const saved = [...useLibrary("saved").values()].toSorted((a, b) => b.savedAt - a.savedAt);
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ContinueReading />
      {saved.length === 0 ? (
        <p className="standfirst">{libraryWords.nothingSaved}</p>
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
