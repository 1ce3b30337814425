import type { MoreFrom } from "#content/pages/articlePage.ts";
import type { Edition } from "#content/edition/edition.ts";
import { PAGE_SIZE } from "#content/pages/listPage.ts";
import { newest, type Story } from "./story.ts";
import { refOf, type Subject, type Subjects } from "./subjects.ts";
import { storyLink } from "./makeTeaser.ts";

const MOST_STRIPS = 2;

/** Up to this number, all stories are in the strip. */
const MOST_SHOWN = 20;

/** How many stories of a longer list a strip shows. */
const FIRST_SHOWN = 4;

/** How many stories of a place have strips that a new story of that place changes, if it has full pages. */
const CURRENT = 10;

/** The strip before links are made. */
type FromStrip = { place: Subject; total: number; isRounded?: boolean; shown: Story[] };

/**
 * "More news from PLACE · Show all N": a strip each for the nearest two places of a story
 * that have other stories. An article names its places nearest first. Newest first, without
 * the story itself and those of the strips above. With more than 20 stories, a strip has the
 * newest four, and N is the number of stories on the page of the place. For a story that is
 * no longer among the newest ten of its place, these are the newest of the full pages, and N
 * is how many those have: otherwise each story would change all the others of its places.
 * @param above the stories of the strips above
 * @returns at most two strips, none of them empty
 */
export function moreFrom(story: Story, above: Story[], subjects: Subjects): FromStrip[] {
  const strips: FromStrip[] = [];
  const hidden = new Set([story, ...above]);
  for (const { slug } of story.article.places) {
    const place = strips.length < MOST_STRIPS ? subjects.place.get(slug) : undefined;
    const strip = place && (fromFullPages(place, story, hidden) ?? fromPlace(place, hidden));
    if (!strip) continue;
    strips.push(strip);
    for (const shown of strip.shown) hidden.add(shown);
  }
  return strips;
}

/** Converts a strip to its form on the article's page. */
export function moreFromStrip({ place, total, isRounded, shown }: FromStrip, edition: Edition): MoreFrom {
  return { place: refOf(place), total, ...(isRounded && { isRounded }), stories: shown.map(({ article }) => storyLink(article, edition)) };
}

/** The strip of a place with full pages (see appendOnly) for one of its older stories; undefined for the newest. */
function fromFullPages(place: Subject, story: Story, hidden: ReadonlySet<Story>): FromStrip | undefined {
  const total = place.stories.length - (place.stories.length % PAGE_SIZE);
  const current = place.stories.at(-CURRENT);
  if (total === 0 || !current || story.rank >= current.rank) return undefined;
  const shown = newest(place.stories.slice(Math.max(0, total - FIRST_SHOWN - hidden.size), total), total).filter(
    (other) => !hidden.has(other),
  );
  return shown.length === 0 ? undefined : { place, total, isRounded: true, shown: shown.slice(0, FIRST_SHOWN) };
}

/** The strip of one place, or undefined if all its stories are hidden. Reads at most 21 stories more than are hidden. */
function fromPlace(place: Subject, hidden: ReadonlySet<Story>): FromStrip | undefined {
  const found = newest(place.stories, MOST_SHOWN + 1 + hidden.size).filter((other) => !hidden.has(other));
  if (found.length === 0) return undefined;
  if (found.length <= MOST_SHOWN) return { place, total: found.length, shown: found };
  return { place, total: place.stories.length, shown: found.slice(0, FIRST_SHOWN) };
}
