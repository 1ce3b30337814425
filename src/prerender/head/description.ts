import type { Block } from "#content/blocks/block.ts";
import type { Picture } from "#content/image.ts";
import { FEED_FORMATS, type FeedFormat, feedPath } from "#content/paths.ts";
import { inlineText } from "#content/blocks/plainText.ts";

/** What others are told about a page: search engines, and apps that show a link to it. */
export type Description = {
  title: string;
  text: string | undefined;
  /** Open Graph's type of thing. */
  type: "article" | "website" | "profile";
  /** BCP 47. */
  language: string;
  picture: Picture | undefined;
  pictureText: string | undefined;
  /** The paths of the page's own feeds. A name tells them from those of the edition. */
  feeds: { format: FeedFormat; path: string; name?: string }[];
};

/** The feeds of a list, in every format. */
export function feeds(kind: Parameters<typeof feedPath>[0], slug: string): Description["feeds"] {
  return FEED_FORMATS.map((format) => ({ format, path: feedPath(kind, slug, format) }));
}

/** About what a search engine shows, in characters. */
const DESCRIPTION = 200;

/** The first paragraph, or as many whole words of it as are shown. */
export function firstWords(body: Block[]): string | undefined {
  const paragraph = body.find((block) => block.type === "paragraph");
  const text = paragraph && inlineText(paragraph.children);
  if (text === undefined || text.length <= DESCRIPTION) return text;
  return `${text.slice(0, DESCRIPTION).replace(/\s+\S*$/u, "")}…`;
}
