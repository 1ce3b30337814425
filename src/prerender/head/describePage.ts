import type { Block } from "#content/block.ts";
import { inlineText } from "#content/plainText.ts";
import type { Edition } from "#content/edition.ts";
import type { Picture } from "#content/image.ts";
import { type FeedFormat, feedPath } from "#content/paths.ts";
import type { Page } from "../page.ts";

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
  /** The paths of the page's own feeds. */
  feeds: { format: FeedFormat; path: string }[];
};

/** @param title the document's title as the reader wrote it, without the paper's name */
export function describePage(page: Page, edition: Edition, title: string): Description {
  const plain = {
    title,
    text: edition.tagline,
    type: "website" as const,
    language: edition.language,
    picture: undefined,
    pictureText: undefined,
    feeds: feeds("latest", ""),
  };
  switch (page.kind) {
    case "article": {
      const { article } = page.value;
      const { image } = article;
      return {
        ...plain,
        title: article.headline,
        text: article.standfirst ?? firstWords(article.body),
        type: "article",
        language: article.inLanguage,
        picture: image,
        pictureText: image?.alt,
      };
    }
    case "list": {
      const { value } = page;
      const picture = value.days[0]?.teasers[0]?.image;
      const feedable = value.kind === "month" ? feeds("latest", "") : feeds(value.kind, value.slug);
      return {
        ...plain,
        text: value.description ?? plain.text,
        type: value.authorKind === "person" ? "profile" : "website",
        picture,
        feeds: feedable,
      };
    }
    case "front":
      return { ...plain, picture: page.value.lead?.image };
    case "index":
    case "archive":
      return plain;
  }
}

function feeds(kind: Parameters<typeof feedPath>[0], slug: string): Description["feeds"] {
  const formats: FeedFormat[] = ["rss", "atom", "json"];
  return formats.map((format) => ({ format, path: feedPath(kind, slug, format) }));
}

/** About what a search engine shows, in characters. */
const DESCRIPTION = 200;

/** The first paragraph, or as many whole words of it as are shown. */
function firstWords(body: Block[]): string | undefined {
  const paragraph = body.find((block) => block.type === "paragraph");
  const text = paragraph && inlineText(paragraph.children);
  if (text === undefined || text.length <= DESCRIPTION) return text;
  return `${text.slice(0, DESCRIPTION).replace(/\s+\S*$/u, "")}…`;
}
