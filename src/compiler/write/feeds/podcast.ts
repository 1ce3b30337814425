import { createHash } from "node:crypto";
import { generateRssFeed } from "feedsmith";
import type { Article } from "#content/article.ts";
import { escaped, writable } from "#content/html/xml.ts";
import { milliseconds } from "#content/instant.ts";
import { articlePath, chaptersPath, podcastPath, subjectPath } from "#content/paths.ts";
import { lineOf } from "#content/labels.ts";
import { plainText } from "#content/blocks/plainText.ts";
import type { Episode } from "#content/recording.ts";
import { absolute, absolutePage } from "#content/site.ts";
import type { Settings } from "../../settings/settings.ts";
import { bodyHtml, type FeedList, type FeedSetting, listHome } from "./feed.ts";
import { rssLinks } from "./rss.ts";

/** A list that has episodes, or a series. */
export type PodcastList = Pick<FeedList, "slug" | "name" | "description"> & { kind: FeedList["kind"] | "series" };

/** A story that is an episode. */
type EpisodeStory = { article: Article; audio: Episode };

/** Older episodes are no longer in the feed; their pages stay. */
const MOST_EPISODES = 300;

/** The newest episodes of a list, the newest first. @param stories oldest first */
export function episodesOf(stories: { article: Article }[]): EpisodeStory[] {
  return stories
    .flatMap(({ article }) => (article.audio?.kind === "episode" ? [{ article, audio: article.audio }] : []))
    .slice(-MOST_EPISODES)
    .toReversed();
}

/**
 * The text of a podcast's feed: RSS 2.0 with the itunes namespace, which Apple requires, and the podcast namespace (Podcasting 2.0).
 * @param cover the address of its cover
 */
export function podcast(list: PodcastList, episodes: EpisodeStory[], setting: FeedSetting, cover: string): string {
  const { edition, settings, site } = setting;
  const { title = edition.name, description, author = edition.name, email, explicit, type, guid } = settings.podcast;
  const isWhole = list.kind === "latest";
  const address = absolutePage(site, podcastPath(list.kind, list.slug));
  const home = absolutePage(site, listHome(list));
  const named = writable(isWhole ? title : `${title}: ${list.name}`);
  return generateRssFeed({
    title: named,
    link: home,
    description: writable((isWhole ? description : list.description) ?? description ?? edition.tagline ?? named),
    language: list.kind === "language" ? list.slug : edition.language,
    lastBuildDate: new Date(Math.max(0, ...episodes.map(({ article }) => milliseconds(article.dateModified ?? article.datePublished)))),
    generator: "Broadsheet",
    image: { url: cover, title: named, link: home },
    atom: { links: rssLinks(address, settings.announce?.hub) },
    itunes: {
      image: cover,
      categories: [categoryOf(settings.podcast.category)],
      explicit,
      author: writable(author),
      type,
      ...(email !== undefined && { owner: { name: writable(author), email } }),
    },
    podcast: { guid: isWhole && guid !== undefined ? guid : guidOf(address), medium: "podcast" },
    items: episodes.map((episode) => itemOf(episode, setting)),
  });
}

function itemOf({ article, audio }: EpisodeStory, { settings, site }: FeedSetting) {
  const { mediaType = "audio/mpeg", size = 0, duration, season, episode, captions = [], chapters = [] } = audio;
  const summary = writable(article.standfirst ?? (plainText(article.body.slice(0, 3)).split("\n")[0] || article.headline));
  const names = article.authors.map(({ name }) => writable(name));
  return {
    title: writable(lineOf({ ...article, headline: audio.title ?? article.headline })),
    link: absolutePage(site, articlePath(article.slug)),
    guid: { value: audio.guid ?? article.id, isPermaLink: false },
    description: escaped(summary),
    pubDate: new Date(milliseconds(article.datePublished)),
    enclosures: [{ url: absolute(site, audio.url), length: size, type: mediaType }],
    ...(settings.feeds.fullText && { content: { encoded: bodyHtml({ ...article, audio: undefined }, site) } }),
    itunes: {
      ...(duration !== undefined && { duration: Math.round(duration) }),
      explicit: audio.explicit ?? settings.podcast.explicit,
      ...(names.length > 0 && { author: names.join(", ") }),
      ...(season !== undefined && { season }),
      ...(episode !== undefined && { episode }),
      episodeType: "full",
    },
    podcast: {
      transcripts: captions.map(({ url, language }) => ({
        url: absolute(site, url),
        type: "text/vtt",
        ...(language !== undefined && { language }),
        rel: "captions",
      })),
      ...(chapters.length > 0 && { chapters: { url: absolute(site, chaptersPath(article.slug)), type: "application/json+chapters" } }),
      persons: article.authors.map(({ name, slug }) => ({
        display: writable(name),
        href: absolutePage(site, subjectPath("author", slug)),
      })),
      ...(season !== undefined && { season: { number: season } }),
      ...(episode !== undefined && { episode: { number: episode } }),
    },
  };
}

/** The chapters of an episode as podcast apps read them (JSON chapters 1.2). */
export const chaptersJson = ({ chapters = [] }: Episode): string =>
  `${JSON.stringify({ version: "1.2.0", chapters: chapters.map(({ start, title }) => ({ startTime: start, title })) })}\n`;

/** "News > Politics" is a category and a subcategory. */
function categoryOf(category: Settings["podcast"]["category"]) {
  const [text = "News", inner] = category.split(">").map((part) => part.trim());
  return { text, ...(inner !== undefined && inner !== "" && { categories: [{ text: inner }] }) };
}

/** The UUID namespace of podcasts, in which each gets its guid by its address without a scheme (podcast:guid). */
const PODCASTS = Buffer.from("ead4c236bf5858c6a2c6a6b28d128cb6", "hex");

/** A UUID of version 5 (RFC 9562, 5.5), which is the same for the same address. */
function guidOf(address: string): string {
  const name = address.replace(/^https?:\/\//u, "").replace(/\/+$/u, "");
  const hash = createHash("sha1").update(PODCASTS).update(name).digest().subarray(0, 16);
  hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x50, 6);
  hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
