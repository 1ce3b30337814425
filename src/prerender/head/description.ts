import type { Block } from "#content/blocks/block.ts";
import type { Picture } from "#content/image.ts";
import { feedFormats } from "#content/feeds.ts";
import { type FeedFormat, type FeedKind, feedPath } from "#content/paths.ts";
import { inlineText } from "#content/blocks/plainText.ts";

/** The metadata of a page for search engines, and for apps that preview links. */
export type Description = {
  title: string;
  text: string | undefined;
  /** The Open Graph type. */
  type: "article" | "website" | "profile";
  /** BCP 47. */
  language: string;
  picture: Picture | undefined;
  pictureText: string | undefined;
  /** The paths of the page's feeds. A name distinguishes them from those of the edition. */
  feeds: { format: FeedFormat; path: string; name?: string }[];
};

/** The feeds of a list that has some. */
export function feeds(kind: FeedKind, slug: string): Description["feeds"] {
  return feedFormats(kind).map((format) => ({ format, path: feedPath(kind, slug, format) }));
}

/** Roughly how many characters a search engine shows. */
const DESCRIPTION = 200;

/** The first paragraph, cut after a whole word if it is too long. */
export function firstWords(body: Block[]): string | undefined {
  const paragraph = body.find((block) => block.type === "paragraph");
  const text = paragraph && inlineText(paragraph.children);
  if (text === undefined || text.length <= DESCRIPTION) return text;
  return `${text.slice(0, DESCRIPTION).replace(/\s+\S*$/u, "")}…`;
}
