import { chaptersPath, inSite, podcastPath } from "#content/paths.ts";
import { absolute } from "#content/site.ts";
import type { Report } from "../../draft/problem.ts";
import type { Linked } from "../../link/link.ts";
import type { Output } from "../../output/output.ts";
import { feedLists, type FeedSetting } from "./feed.ts";
import { chaptersJson, episodesOf, podcast, type PodcastList } from "./podcast.ts";

/**
 * Writes the podcasts of the edition and of each language, topic, section, author, place and series that has episodes,
 * and their chapters.
 * @param cover the address of their cover; without it, the paper's icon is used, and that is reported
 */
export function writePodcasts(
  { lists, series, stories }: Linked,
  setting: FeedSetting & { output: Pick<Output, "write"> },
  cover: string | undefined,
  report: Report,
): void {
  const { edition, site, output } = setting;
  if (!edition.podcast) return;
  if (cover === undefined) report(WITHOUT_COVER);
  const withEpisodes: (PodcastList & Pick<Linked, "stories">)[] = [
    ...feedLists(lists, stories, edition),
    ...series.map((one) => ({ ...one, kind: "series" as const, stories: one.stories.toSorted((a, b) => a.rank - b.rank) })),
  ];
  for (const list of withEpisodes) {
    const episodes = episodesOf(list.stories);
    const file = decodeURIComponent(inSite(site.prefix ?? "", podcastPath(list.kind, list.slug)).slice(1));
    if (episodes.length > 0) output.write(file, podcast(list, episodes, setting, absolute(site, cover ?? "/icon-512.png")));
  }
  for (const { article } of stories)
    if (article.audio?.chapters) output.write(decodeURIComponent(chaptersPath(article.slug).slice(1)), chaptersJson(article.audio));
}

const WITHOUT_COVER = {
  severity: "notice" as const,
  file: "edition.json",
  place: "podcast.image",
  message: "The podcast has no cover of its own, so the paper's icon is used.",
  remedy: "Name a square JPEG or PNG of 1400 to 3000 pixels, which Apple and others ask for.",
};
