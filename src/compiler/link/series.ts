import type { PlaceInSeries, SeriesPage } from "#content/pages/seriesPage.ts";
import { slug } from "#content/slug.ts";
import type { SubjectSettings } from "../settings/settings.ts";
import type { Neighbours } from "./neighbours.ts";
import { isEpisode, type Story } from "./story.ts";
import { makeTeaser, type PageLanguage } from "./makeTeaser.ts";

/** A series with its stories in order. */
export type Series = Pick<SeriesPage, "slug" | "name" | "description"> & { stories: Story[] };

/** The place of a story in its series, and its neighbours there. */
export type InSeries = { place: PlaceInSeries; beside: Neighbours };

/**
 * All series of an edition. Their stories are ordered by part number, then by time
 * of publication; those without a part number come last.
 * @param stories oldest first
 * @param settings the series in the settings
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
    description: settings.find((known) => (known.slug ?? slug(known.name)) === series.slug)?.description,
    stories: series.stories.toSorted((a, b) => partOf(a) - partOf(b) || a.rank - b.rank),
  }));
}

/** Larger than any part number; unlike Infinity, its difference with itself is 0. */
const LAST = Number.MAX_SAFE_INTEGER;
const partOf = ({ article: { series } }: Story): number => series?.part ?? LAST;

/** The places of stories in their series; a series with a single story has none. */
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

export function seriesPage({ slug: own, name, description, stories }: Series, edition: PageLanguage): SeriesPage {
  return {
    slug: own,
    name,
    description,
    ...(stories.some(isEpisode) && { podcast: true }),
    teasers: stories.map(({ article }) => makeTeaser(article, edition)),
  };
}
