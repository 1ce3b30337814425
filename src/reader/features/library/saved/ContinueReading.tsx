import { useQuery } from "@tanstack/react-query";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { articleQuery } from "../../../data/queries.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { UnfinishedCard } from "../reading/UnfinishedCard.tsx";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import "../../../teasers/deskHead.css";

/** The most stories shown that were begun and not finished. */
const MOST = 4;

/** The stories that the reader has begun and not finished, the last first. Nothing if there are none. */
export function ContinueReading() {
  const libraryWords = useLibraryWords();
  const unfinished = [...useLibrary("position").values()].toSorted((a, b) => b.at - a.at).slice(0, MOST);
  if (unfinished.length === 0) return null;
  return (
    <section className="unfinished" aria-labelledby="unfinished">
      <header className="desk-head">
        <h2 id="unfinished">{libraryWords.continueReading}</h2>
      </header>
      <ul role="list" className="row four">
        {unfinished.map((place) => (
          <Unfinished key={place.slug} place={place} />
        ))}
      </ul>
    </section>
  );
}

function Unfinished({ place }: { place: LibraryValue<"position"> }) {
  const { data } = useQuery({ ...articleQuery(place.slug), retry: false });
  // A story that is gone cannot be continued.
  if (!data) return null;
  return (
    <li>
      <UnfinishedCard article={data.article} place={place} />
    </li>
  );
}
