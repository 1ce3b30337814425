import { useState } from "react";
import { changeLibrarySetting, useLibrarySettings } from "../librarySettings.ts";
import { useLibraryWords } from "../libraryWords.ts";
import { useLibrary, useTrouble } from "../store/useLibrary.ts";
import { clearHistory } from "./clearHistory.ts";
import { HistoryDay } from "./HistoryDay.tsx";
import { useDays } from "./useDays.ts";
import "../../styles/forms.css";
import "../../ui/button.css";

/** Stories that are shown at once. */
const PAGE = 100;

/** /history: the stories that the reader has opened, by days. */
export function HistoryView() {
  const own = useLibraryWords();
  const read = useLibrary("read");
  const { history } = useLibrarySettings();
  const lasting = useTrouble() !== "denied";
  const [shown, setShown] = useState(PAGE);
  const days = useDays([...read.values()].toSorted((a, b) => b.readAt - a.readAt).slice(0, shown));
  return (
    <>
      <div className="about-history">
        <p>{own.historyIntro}</p>
        <label className="check">
          <input
            type="checkbox"
            checked={history && lasting}
            disabled={!lasting}
            onChange={({ target }) => changeLibrarySetting("history", target.checked)}
          />
          {own.keepHistory}
        </label>
        {!history && <p className="hint">{own.historyPaused}</p>}
        {read.size > 0 && (
          <button className="button quiet" type="button" onClick={() => void clearHistory()}>
            {own.clearHistory}
          </button>
        )}
      </div>
      {read.size === 0 && <p className="standfirst">{own.nothingRead}</p>}
      {days.map(({ name, stories }) => (
        <HistoryDay key={name} name={name} stories={stories} />
      ))}
      {shown < read.size && (
        <button className="button quiet" type="button" onClick={() => setShown(shown + PAGE)}>
          {own.showMore}
        </button>
      )}
    </>
  );
}
