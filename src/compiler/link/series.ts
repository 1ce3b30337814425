import type { PlaceInSeries, SeriesPage } from "#content/pages/seriesPage.ts";
import { slug } from "#content/slug.ts";
import type { SubjectSettings } from "../settings/settings.ts";
import type { Neighbours } from "./neighbours.ts";
import { isEpisode, type Story } from "./story.ts";
import { teaser, type Tongue } from "./teaser.ts";

/** A series with its stories in their order. */
export type Series = Pick<SeriesPage, "slug" | "name" | "description"> & { stories: Story[] };

/** Where a story stands in its series, and the stories beside it there. */
export type InSeries = { place: PlaceInSeries; beside: Neighbours };

/**
 * All series of an edition. Stories stand by the part that they say they are,
 * then by the time of publication: those that say none come last.
 * @param stories oldest first
 * @param settings what the paper tells of series
 */
export function allSeries(stories: Story[], settings: SubjectSettings[]): Series[] {
  const all = new Map<string, Series>();
  for (const story of stories) {
    const { series } = story.article;
    if (!series) continue;
    const { slug: own, name } = series;
    const known = all.get(own) ?? { slug: own, name, stories: [] };
    known.stories.push(story);
    all.set(own, known);
  }
  return [...all.values()].map((series) => ({
    ...series,
    description: settings.find((one) => (one.slug ?? slug(one.name)) === series.slug)?.description,
    stories: series.stories.toSorted((a, b) => partOf(a) - partOf(b) || a.rank - b.rank),
  }));
}

/** So that none is larger, and the difference of two that have none is 0. */
const LAST = Number.MAX_SAFE_INTEGER;
const partOf = ({ article: { series } }: Story): number => series?.part ?? LAST;

/** Finds the place of a story in its series; none where it is alone there. */
export function placesInSeries(all: Series[]): ReadonlyMap<Story, InSeries> {
  const places = new Map<Story, InSeries>();
  for (const { slug: own, name, stories } of all) {
    if (stories.length < 2) continue;
    for (const [at, story] of stories.entries()) {
      const [previous, next] = [stories[at - 1], stories[at + 1]];
      places.set(story, {
        place: { slug: own, name, part: at + 1, of: stories.length },
        beside: { ...(previous && { previous }), ...(next && { next }) },
      });
    }
  }
  return places;
}

export function seriesPage({ slug: own, name, description, stories }: Series, edition: Tongue): SeriesPage {
  return {
    slug: own,
    name,
    description,
    ...(stories.some(isEpisode) && { podcast: true }),
    teasers: stories.map(({ article }) => teaser(article, edition)),
  };
}
