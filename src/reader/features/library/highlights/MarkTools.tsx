import { type KnownStory, LONGEST_TEXT } from "#content/library/libraryRecord.ts";
import { type Colour, COLOURS } from "./changeMark.ts";
import { focusNext } from "../../../navigation/restoreFocus.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { openMark } from "./openMark.ts";
import { passageAt } from "./anchoring/passageAt.ts";
import { changeLibrary } from "../../../data/library/library.ts";
import { readableText, spanOf } from "../../../ui/readableText.ts";

type Props = { story: KnownStory; range: Range; words: HighlightWords };

/** Buttons for a selected passage, besides copying its link: to highlight it in a colour, or with a note. */
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

/** Adds a passage of the open story to the library. @returns its id, undefined if it is too long */
async function addMark({ slug, headline, inLanguage }: KnownStory, range: Range, colour: Colour): Promise<string | undefined> {
  const readable = readableText([document.querySelector(".prose")]);
  const span = spanOf(readable, range);
  const passage = span && passageAt(readable.text, span.start, span.end);
  if (!passage || passage.exact.length > LONGEST_TEXT) return undefined;
  const id = newId();
  await changeLibrary("highlight", id, { slug, headline, inLanguage, passage, colour, madeAt: Date.now() });
  return id;
}

/** A random id, which no other device would choose. Over plain HTTP there is no randomUUID. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
}
