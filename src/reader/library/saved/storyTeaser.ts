import type { LibraryValue } from "#content/library/record.ts";
import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition.ts";
import type { Teaser } from "#content/teaser.ts";
import { shelfTeaser } from "../../offline/shelfTeaser.ts";

/** A story of the library as a list shows it, with where it belongs. */
export function storyTeaser(article: Article, edition: Edition | undefined): Teaser {
  const [topic] = article.topics;
  const kicker = topic ? { slug: topic.slug, name: topic.name, kind: "topic" as const } : undefined;
  return { ...shelfTeaser(article, edition), ...(kicker && { kicker }) };
}

/** As long as the story itself is not here: all that the library knows of it. */
export function bareTeaser({ slug, headline, savedAt }: LibraryValue<"saved">): Teaser {
  return { slug, headline, datePublished: new Date(savedAt).toISOString(), readingMinutes: 0 };
}
