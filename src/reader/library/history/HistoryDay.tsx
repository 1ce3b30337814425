import { useId } from "react";
import type { LibraryValue } from "#content/library/record.ts";
import { articlePath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { formatDate } from "../../words/dates.ts";
import { useWords } from "../../words/words.ts";
import { useLibraryWords } from "../libraryWords.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { removeRead } from "./clearHistory.ts";

/** The stories of one day, each with the time at which it was opened. */
export function HistoryDay({ name, stories }: { name: string; stories: LibraryValue<"read">[] }) {
  const words = useWords();
  const own = useLibraryWords();
  const calendar = useOwnCalendar();
  const id = useId();
  return (
    <section className="day" aria-labelledby={id}>
      <h2 className="label" id={id}>
        {name}
        <span>{words.stories(stories.length)}</span>
      </h2>
      <ol className="own-list">
        {stories.map((story) => {
          const at = new Date(story.readAt).toISOString();
          return (
            <li key={story.slug} className="between">
              <p>
                <time className="hint" dateTime={at}>
                  {formatDate(at, "time", calendar)}
                </time>{" "}
                <PageLink to={articlePath(story.slug)} dir="auto">
                  {story.headline}
                </PageLink>
              </p>
              <button
                className="plain more-link"
                type="button"
                aria-label={own.removeOf(story.headline)}
                onClick={() => void removeRead(story)}
              >
                {own.remove}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
