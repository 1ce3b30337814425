import type { KnownStory } from "#content/library/record.ts";
import { type Colour, COLOURS } from "./changeMark.ts";
import { focusNext } from "../../../navigation/keepFocus.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { HighlightWords } from "../../../i18n/catalogues/highlights/en.ts";
import { addMark } from "./addMark.ts";
import { openMark } from "./openMark.ts";

type Props = { story: KnownStory; range: Range; words: HighlightWords };

/** What can be done with a selected passage besides copying its link: one press highlights it, another asks for a note as well. */
export function MarkTools({ story, range, words }: Props) {
  const say = useAnnounce();
  const add = async (colour: Colour, noting: boolean) => {
    const id = await addMark(story, range, colour);
    if (id === undefined) return say(words.tooLong);
    focusNext(`#highlight-${id}`);
    document.getSelection()?.removeAllRanges();
    if (noting) openMark({ id, noting });
    else say(words.highlighted);
  };
  return (
    <>
      {COLOURS.map((colour) => (
        <button
          key={colour}
          className="tool mark-swatch"
          data-colour={colour}
          type="button"
          aria-label={words.highlightIn[colour]}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => void add(colour, false)}
        />
      ))}
      <button
        className="tool"
        type="button"
        aria-label={words.addNote}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => void add("yellow", true)}
      >
        <Icon name="pen" />
      </button>
    </>
  );
}
