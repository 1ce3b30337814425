import { direction } from "#content/direction.ts";
import type { KnownStory, LibraryValue } from "#content/library/libraryRecord.ts";
import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Teaser } from "#content/teaser.ts";
import { articleTeaser } from "../../../device/articleTeaser.ts";

/** The teaser of a story in the library, with its topic as kicker. */
export function storyTeaser(article: Article, edition: Edition | undefined): Teaser {
  const [topic] = article.topics;
  const kicker = topic ? { slug: topic.slug, name: topic.name, kind: "topic" as const } : undefined;
  return { ...articleTeaser(article, edition), ...(kicker && { kicker }) };
}

/** All that the library knows about a story, until the story itself has loaded. */
export function bareTeaser(saved: LibraryValue<"saved">, edition: Edition | undefined): Teaser {
  const { slug, headline, savedAt } = saved;
  return { slug, headline, datePublished: new Date(savedAt).toISOString(), readingMinutes: 0, ...recordLanguage(saved, edition) };
}

/** The language of a story in the library, for its teaser: nothing if it is the edition's, or not known. */
export function recordLanguage({ inLanguage }: KnownStory, edition: Edition | undefined): Pick<Teaser, "inLanguage" | "direction"> {
  if (inLanguage === undefined || inLanguage === edition?.language) return {};
  const ownDirection = direction(inLanguage);
  return { inLanguage, ...(ownDirection !== edition?.direction && { direction: ownDirection }) };
}
