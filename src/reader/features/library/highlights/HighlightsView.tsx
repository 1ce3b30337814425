import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useEditionLanguage } from "../../../edition/EditionContext.ts";
import { loadPart } from "../../../i18n/loadCatalogue.ts";
import type { HighlightWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { ListOptions } from "../ListOptions.tsx";
import { ShowMore } from "../ShowMore.tsx";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { hasWords, WordFilter } from "../WordFilter.tsx";
import { type Colour, COLOURS, type Mark } from "./changeMark.ts";
import { markText, useCopyText } from "./copyMarks.ts";
import { DailyReview } from "./DailyReview.tsx";
import { HighlightedStory, type MarkedStory } from "./HighlightedStory.tsx";
import { Status } from "../../../ui/Status.tsx";
import "../../../styles/forms.css";
import "../../../teasers/chips.css";
import "../../../ui/button.css";

type Filter = { words: string; colour?: Colour | undefined };

/** How many stories are shown at once. */
const PAGE = 20;

/** /highlights: all highlights by story, the last highlighted story first, to be filtered, copied, annotated and removed. */
export function HighlightsView() {
  const libraryWords = useLibraryWords();
  const general = useWords();
  const language = useEditionLanguage();
  const all = [...useLibrary("highlight")];
  const [filter, setFilter] = useState<Filter>({ words: "" });
  const [shown, setShown] = useState(PAGE);
  const { data: words, isError } = useQuery({
    queryKey: ["words", "highlights", language],
    queryFn: () => loadPart(language, "highlights"),
  });
  if (all.length === 0) return <p className="standfirst">{libraryWords.nothingHighlighted}</p>;
  if (isError)
    return (
      <Status role="alert">
        <p className="correction">{general.partFailed}</p>
      </Status>
    );
  if (!words) return null;
  const stories = byStory(all.filter(([, mark]) => isFound(mark, filter)));
  return (
    <div className="split">
      <MarkOptions marks={all.map(([, mark]) => mark)} stories={stories} filter={filter} onFilter={setFilter} words={words} />
      <div>
        <DailyReview marks={all} />
        <p role="status">{stories.length === 0 && libraryWords.noneWithWords}</p>
        {stories.slice(0, shown).map((story) => (
          <HighlightedStory key={story.slug} story={story} words={words} />
        ))}
        <ShowMore shown={shown} of={stories.length} onMore={() => setShown(shown + PAGE)} />
      </div>
    </div>
  );
}

type OptionsProps = {
  marks: Mark[];
  stories: MarkedStory[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  words: HighlightWords;
};

/** Which highlights are shown, and what can be done with all that are. */
function MarkOptions({ marks, stories, filter, onFilter, words }: OptionsProps) {
  const libraryWords = useLibraryWords();
  const general = useWords();
  const copy = useCopyText();
  const copyAll = () => copy(stories.flatMap((story) => story.marks.map(([, mark]) => markText(mark))).join("\n\n"));
  return (
    <ListOptions
      label={general.highlights}
      often={<WordFilter value={filter.words} onChange={(found) => onFilter({ ...filter, words: found })} />}
    >
      <ul role="list" className="chips" aria-label={words.colour}>
        {COLOURS.map((colour) => (
          <li key={colour}>
            <button
              className="chip mark-swatch"
              type="button"
              data-colour={colour}
              aria-pressed={filter.colour === colour}
              onClick={() => onFilter({ ...filter, colour: filter.colour === colour ? undefined : colour })}
            >
              {libraryWords.withCount(words.colours[colour], marks.filter((mark) => mark.colour === colour).length)}
            </button>
          </li>
        ))}
      </ul>
      <p className="bar">
        <button className="button quiet" type="button" onClick={copyAll}>
          {libraryWords.copyAll}
        </button>
        <button className="button quiet" type="button" onClick={openExport}>
          {libraryWords.exportOwn}
        </button>
      </p>
    </ListOptions>
  );
}

/** Opens the part below every page of the library that exports it. */
function openExport(): void {
  const details = document.querySelector<HTMLDetailsElement>("details.takeout");
  if (!details) return;
  details.open = true;
  details.querySelector("summary")?.focus();
}

function isFound({ colour, headline, passage, note }: Mark, filter: Filter): boolean {
  if (filter.colour !== undefined && filter.colour !== colour) return false;
  return hasWords([headline, passage.exact, note ?? ""].join(" "), filter.words);
}

function byStory(all: [string, Mark][]): MarkedStory[] {
  const stories = new Map<string, MarkedStory>();
  for (const [id, mark] of all.toSorted(([, a], [, b]) => b.madeAt - a.madeAt)) {
    const story = stories.get(mark.slug) ?? { slug: mark.slug, headline: mark.headline, inLanguage: mark.inLanguage, marks: [] };
    story.marks.push([id, mark]);
    stories.set(mark.slug, story);
  }
  // Within a story, they are in the order of its text.
  for (const { marks } of stories.values()) marks.sort(([, a], [, b]) => a.passage.start - b.passage.start);
  return [...stories.values()];
}
