import { storyPath } from "#content/edition/alternates.ts";
import type { Book, BookPicture } from "#content/book/book.ts";
import { makeEpub } from "#content/book/makeEpub.ts";
import { writable } from "#content/html/xml.ts";
import { milliseconds } from "#content/instant.ts";
import { withNewest } from "#content/liveBlog.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { absolute } from "#content/site.ts";
import type { Story } from "../../link/story.ts";
import { type FeedSetting, REST } from "../feeds/feed.ts";
import type { Output } from "../../output/output.ts";
import { lastChange } from "./opdsCatalogue.ts";

export type BookSetting = FeedSetting & { output: Pick<Output, "has" | "read" | "write"> };

type About = Pick<Book, "id" | "title" | "published" | "isIssue" | "partOf">;

/**
 * Binds stories of an edition into an EPUB file. The same stories give the same bytes.
 * @param stories in reading order
 */
export function storiesBook(stories: Story[], about: About, { edition, site, titles, output }: BookSetting): Uint8Array {
  const articles = stories.map(({ article }) => withNewest(article));
  const dates = new Intl.DateTimeFormat(edition.language, { dateStyle: "long", timeZone: edition.timeZone });
  const pictures = picturesIn(articles, output);
  return makeEpub({
    ...about,
    publisher: writable(edition.name),
    language: edition.language,
    direction: edition.direction,
    modified: lastChange(stories),
    contents: titles?.contents ?? "Contents",
    rest: titles?.rest ?? REST,
    stories: articles,
    pictures,
    cover: coverOf(articles, pictures),
    pathOf: (story) => storyPath(story, edition.editions),
    resolve: (url) => absolute(site, url),
    credit: ({ authors, datePublished }) =>
      [...authors.map(({ name }) => name), dates.format(new Date(milliseconds(datePublished)))].join(" · "),
  });
}

type Pictures = Book["pictures"];

/** The picture types that reading systems must support (EPUB 3.3, 3.2), except WebP, which older ones do not show. */
const TYPES: Record<string, BookPicture["type"]> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  svg: "image/svg+xml",
};

/** The pictures of stories that are files of the site, by their addresses. Those from elsewhere are replaced by their text. */
function picturesIn(articles: Book["stories"], output: BookSetting["output"]): Pictures {
  const pictures = new Map<string, BookPicture>();
  for (const { url, card } of articles.flatMap(picturesOf)) {
    const file = (card ?? { url }).url.slice(1);
    const ending = /\.(\w+)$/u.exec(file)?.[1]?.toLowerCase() ?? "";
    const type = TYPES[ending];
    if (type === undefined || pictures.has(url) || !output.has(file)) continue;
    pictures.set(url, { file: `picture-${pictures.size + 1}.${ending}`, type, bytes: new Uint8Array(output.read(file)) });
  }
  return pictures;
}

/** The first lead picture of a story that is a JPEG or a PNG. */
function coverOf(articles: Book["stories"], pictures: Pictures): BookPicture | undefined {
  const leads = articles.flatMap(({ image }) => (image ? (pictures.get(image.url) ?? []) : []));
  return leads.find(({ type }) => type === "image/jpeg" || type === "image/png");
}
