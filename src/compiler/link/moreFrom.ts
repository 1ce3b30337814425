import type { MoreFrom } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import { newest, newestFirst, type Story } from "./story.ts";
import { refOf, type Subject, type Subjects } from "./subjects.ts";
import { storyLink } from "./teaser.ts";

/** Up to this number, all stories stand in the strip. */
const MOST_SHOWN = 20;

/** What a strip shows before "Show all". */
const FIRST_SHOWN = 4;

/** The strip before its stories become links. */
type FromStrip = { places: Subject[]; total: number; shown: Story[]; allAt: Subject | undefined };

/**
 * "More news from PLACE, PLACE · Show all N" of a story, or undefined when no
 * other story is from its places. Newest first; never the story itself, nor one
 * of a strip above, nor one twice. The heading names all places of the story
 * in their order, since readers go by them to each place's page. With more than
 * 20 stories, "Show all" leads to one place's page: the first place with a longer
 * list than 20, else the largest; N is then the number of stories on that page.
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

/** The strip as the article's page shows it. */
export function moreFromStrip({ places, total, shown, allAt }: FromStrip, edition: Edition): MoreFrom {
  return {
    places: places.map(refOf),
    total,
    stories: shown.map(({ article }) => storyLink(article, edition)),
    allAt: allAt && refOf(allAt),
  };
}

/** All stories from the places that may be shown, newest first; where there are more than 20, at least 21 of them. */
function newestFrom(places: Subject[], hidden: Set<Story>): Story[] {
  const enough = MOST_SHOWN + 1 + hidden.size;
  const found = new Set(places.flatMap(({ stories }) => newest(stories, enough)));
  return [...found].filter((other) => !hidden.has(other)).toSorted(newestFirst);
}

function fullList(places: Subject[]): Subject | undefined {
  const [largest] = places.toSorted((a, b) => b.stories.length - a.stories.length);
  return places.find(({ stories }) => stories.length > MOST_SHOWN) ?? largest;
}
