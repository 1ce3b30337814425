import { useState } from "react";
import { useWords } from "../../../i18n/words.ts";
import { changeLibrarySetting, useLibrarySettings } from "../../../data/library/librarySettings.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { ListOptions } from "../ListOptions.tsx";
import { ShowMore } from "../ShowMore.tsx";
import { useLibrary, useStorageError } from "../../../data/library/useLibrary.ts";
import { hasWords, WordFilter } from "../WordFilter.tsx";
import { clearHistory } from "./clearHistory.ts";
import { HistoryDay } from "./HistoryDay.tsx";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { formatDate } from "../../../i18n/formatDate.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import "../../../styles/forms.css";
import "../../../ui/button.css";

/** How many stories are shown at once. */
const PAGE = 100;

/** /history: the stories that the reader has opened, by day. */
export function HistoryView() {
  const libraryWords = useLibraryWords();
  const read = useLibrary("read");
  const [words, setWords] = useState("");
  const [shown, setShown] = useState(PAGE);
  const found = [...read.values()].filter(({ headline }) => hasWords(headline, words)).toSorted((a, b) => b.readAt - a.readAt);
  const days = useDays(found.slice(0, shown));
  return (
    <div className="split">
      <AboutHistory words={words} onWords={setWords} size={read.size} />
      <div>
        {read.size === 0 && <p className="standfirst">{libraryWords.nothingRead}</p>}
        <p role="status">{read.size > 0 && found.length === 0 && libraryWords.noneWithWords}</p>
        {days.map(({ name, stories }) => (
          <HistoryDay key={name} name={name} stories={stories} />
        ))}
        <ShowMore shown={shown} of={found.length} onMore={() => setShown(shown + PAGE)} />
      </div>
    </div>
  );
}

type AboutProps = { words: string; onWords: (words: string) => void; size: number };

/** What the history is, and the controls that pause, clear and filter it. */
function AboutHistory({ words, onWords, size }: AboutProps) {
  const general = useWords();
  const libraryWords = useLibraryWords();
  const { history } = useLibrarySettings();
  const lasting = useStorageError() !== "denied";
  return (
    <ListOptions label={general.history} often={size > 0 && <WordFilter value={words} onChange={onWords} />}>
      <p className="hint">{libraryWords.historyIntro}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={history && lasting}
          disabled={!lasting}
          onChange={({ target }) => changeLibrarySetting("history", target.checked)}
        />
        {libraryWords.keepHistory}
      </label>
      {!history && <p className="hint">{libraryWords.historyPaused}</p>}
      {size > 0 && (
        <button className="button quiet" type="button" onClick={() => void clearHistory()}>
          {libraryWords.clearHistory}
        </button>
      )}
    </ListOptions>
  );
}

type Read = LibraryValue<"read">;

/** The stories by the day on which they were read, in the reader's time zone. */
function useDays(read: Read[]): { name: string; stories: Read[] }[] {
  const calendar = useOwnCalendar();
  const days = new Map<string, Read[]>();
  for (const story of read) {
    const name = formatDate(new Date(story.readAt).toISOString(), "weekday", calendar);
    days.set(name, [...(days.get(name) ?? []), story]);
  }
  return [...days].map(([name, stories]) => ({ name, stories }));
}
