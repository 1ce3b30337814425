import type { MoreFrom } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import { newest, newestFirst, type Story } from "./story.ts";
import { refOf, type Subject, type Subjects } from "./subjects.ts";
import { storyLink } from "./teaser.ts";

/** Up to this number, all stories are in the strip. */
const MOST_SHOWN = 20;

/** How many stories a strip shows before "Show all". */
const FIRST_SHOWN = 4;

/** The strip before links are made. */
type FromStrip = { places: Subject[]; total: number; shown: Story[]; allAt: Subject | undefined };

/**
 * "More news from PLACE, PLACE · Show all N" for a story, or undefined if no
 * other story is from its places. Newest first, without the story itself, those of
 * the strips above, and duplicates. The heading names all places of the story in
 * order, since each links to the place's page. With more than 20 stories, "Show
 * all" links to the page of one place: the first with more than 20 stories, or else
 * the one with most; N is then the number of stories on that page.
 * @param above the stories of the strips above
 */
export function moreFrom(story: Story, above: Story[], subjects: Subjects): FromStrip | undefined {
  const places = story.article.places.flatMap(({ slug }) => subjects.place.get(slug) ?? []);
  const found = newestFrom(places, new Set([story, ...above]));
  if (found.length === 0) return undefined;
  const whole = found.length <= MOST_SHOWN;
  const shown = whole ? found : found.slice(0, FIRST_SHOWN);
  const allAt = whole ? undefined : fullList(places);
  return { places, total: allAt?.stories.length ?? found.length, shown, allAt };
}

/** Converts the strip to its form on the article's page. */
export function moreFromStrip({ places, total, shown, allAt }: FromStrip, edition: Edition): MoreFrom {
  return {
    places: places.map(refOf),
    total,
    stories: shown.map(({ article }) => storyLink(article, edition)),
    allAt: allAt && refOf(allAt),
  };
}

/** The stories from the places that are not hidden, newest first; if there are more than 20, at least 21 of them. */
function newestFrom(places: Subject[], hidden: Set<Story>): Story[] {
  const enough = MOST_SHOWN + 1 + hidden.size;
  const found = new Set(places.flatMap(({ stories }) => newest(stories, enough)));
  return [...found].filter((other) => !hidden.has(other)).toSorted(newestFirst);
}

function fullList(places: Subject[]): Subject | undefined {
  const [largest] = places.toSorted((a, b) => b.stories.length - a.stories.length);
  return places.find(({ stories }) => stories.length > MOST_SHOWN) ?? largest;
}
