import type { ReactNode } from "react";
import { formatDate, useCalendar } from "../../i18n/formatDate.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import "./notes.css";
import "../../ui/correction.css";

/** A correction and its date, shown in the story rather than behind a link. */
export function CorrectionNote({ date, children }: { date: string | undefined; children: ReactNode }) {
  const words = useWords();
  const calendar = useCalendar();
  const { ours, theirs } = useLanguages();
  return (
    <aside className="correction" role="note" aria-label={words.correctionLabel} lang={ours.lang}>
      <p {...theirs}>
        <b {...ours}>{date === undefined ? words.correctionUndated : words.correction(formatDate(date, "day", calendar))}</b> {children}
      </p>
    </aside>
  );
}
