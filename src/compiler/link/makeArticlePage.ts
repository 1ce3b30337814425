import type { Article } from "#content/article.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import { withNewest } from "#content/liveBlog.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { PlaceInSeries } from "#content/pages/seriesPage.ts";
import type { LinkMemory } from "../state/LinkMemory.ts";
import { hyphenated } from "./hyphenated.ts";
import { moreAbout, moreAboutStrip } from "./moreAbout.ts";
import { moreFrom, moreFromStrip } from "./moreFrom.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Profiles } from "./profiles.ts";
import { type FindRelated, relatedStrip } from "./relatedStrip.ts";
import { isEditorial, type Story } from "./story.ts";
import type { Subjects } from "./subjects.ts";
import { storyLink, makeTeaser } from "./makeTeaser.ts";
import type { ThreadPlaces } from "./threads.ts";

/** Functions that find a story's place in its series, and add links to the names in an article. */
type Shown = { inSeries: (story: Story) => PlaceInSeries | undefined; withNames: (article: Article) => Article };

type Parts = { edition: Edition; stories: Story[]; editorial: Subjects; profiles: Profiles; inThreads: ThreadPlaces };

/**
 * Returns the function that makes the page of a story. It takes the related stories
 * from the memory where possible, and records in it which stories the page shows.
 */
export function makeArticlePage(
  { edition, stories, editorial, profiles, inThreads }: Parts,
  near: FindRelated,
  memory: LinkMemory | undefined,
  { inSeries, withNames }: Shown,
): (story: Story, beside: Neighbours) => ArticlePage {
  const stripAbout = moreAbout(stories, editorial);
  return (story, { previous, next }) => {
    const { article } = story;
    const ofThread = inThreads.shown(story);
    const about = stripAbout(story, ofThread);
    const above = [...ofThread.filter((other) => other !== story), ...(about?.stories ?? [])];
    const found = relatedStrip(story, above, (...asked) => {
      const ranks = memory?.near(story);
      return ranks ? ranks.flatMap((rank) => stories[rank] ?? []) : near(...asked);
    });
    const nearest = found?.filter(isEditorial) ?? [];
    const from = moreFrom(story, [...above, ...nearest], editorial);
    const beside = [previous, next].flatMap((other) => other ?? []);
    memory?.remember(story, [...above, ...nearest, ...from.flatMap(({ shown }) => shown), ...beside], found);
    const bylines = article.authors.flatMap(({ slug }) => profiles.byline(slug) ?? []);
    return {
      article: withNewest(withNames(article)),
      hyphenated: hyphenated(article.headline, article.inLanguage),
      ...(bylines.length > 0 && { profiles: bylines }),
      thread: inThreads.of(story, ofThread, edition),
      moreAbout: about && moreAboutStrip(about, edition),
      related: nearest.length === 0 ? undefined : { teasers: nearest.map((other) => makeTeaser(other.article, edition)) },
      moreFrom: from.length === 0 ? undefined : from.map((strip) => moreFromStrip(strip, edition)),
      series: inSeries(story),
      previous: previous && storyLink(previous.article, edition),
      next: next && storyLink(next.article, edition),
    };
  };
}
