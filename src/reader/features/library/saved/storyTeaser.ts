import { direction } from "#content/direction.ts";
import type { KnownStory, LibraryValue } from "#content/library/record.ts";
import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Teaser } from "#content/teaser.ts";
import { articleTeaser } from "../../../device/articleTeaser.ts";

/** A story of the library as a list shows it, with where it belongs. */
export function storyTeaser(article: Article, edition: Edition | undefined): Teaser {
  const [topic] = article.topics;
  const kicker = topic ? { slug: topic.slug, name: topic.name, kind: "topic" as const } : undefined;
  return { ...articleTeaser(article, edition), ...(kicker && { kicker }) };
}

/** As long as the story itself is not here: all that the library knows of it. */
export function bareTeaser(saved: LibraryValue<"saved">, edition: Edition | undefined): Teaser {
  const { slug, headline, savedAt } = saved;
  return { slug, headline, datePublished: new Date(savedAt).toISOString(), readingMinutes: 0, ...recordLanguage(saved, edition) };
}

/** What a teaser says of the language of a story in the library: nothing where it is the edition's, or not known. */
export function recordLanguage({ inLanguage }: KnownStory, edition: Edition | undefined): Pick<Teaser, "inLanguage" | "direction"> {
  if (inLanguage === undefined || inLanguage === edition?.language) return {};
  const own = direction(inLanguage);
  return { inLanguage, ...(own !== edition?.direction && { direction: own }) };
}
