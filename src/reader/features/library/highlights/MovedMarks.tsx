import { removeMark } from "./changeMark.ts";
import type { HighlightWords } from "../../../i18n/catalogues/highlights/en.ts";
import type { MovedMark } from "./placeMarks.ts";
import { shortened } from "./shortened.ts";

/** The highlights whose words an edit has taken away, below the story: nothing of them is lost, and none is put on other words. */
export function MovedMarks({ moved, words }: { moved: readonly MovedMark[]; words: HighlightWords }) {
  return (
    <section className="page moved-marks" aria-labelledby="moved-marks">
      <h2 id="moved-marks">{words.movedTitle}</h2>
      <p>{words.movedText}</p>
      <ul role="list" className="kept-marks">
        {moved.map(({ id, mark }) => (
          <li key={id} id={`highlight-${id}`} data-colour={mark.colour}>
            <blockquote dir="auto">{mark.passage.exact}</blockquote>
            {mark.note !== undefined && <p dir="auto">{mark.note}</p>}
            <button
              className="plain more-link"
              type="button"
              aria-label={words.removeOf(shortened(mark.passage.exact))}
              onClick={() => void removeMark(id, words)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
