import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Teaser } from "#content/teaser.ts";

/**
 * The teaser of a story on the device: like the compiler's, except for what only the compiler knows.
 * @param edition the teaser names its language and direction only if they differ from the edition's
 */
export function articleTeaser(article: Article, edition: Pick<Edition, "language" | "direction"> | undefined): Teaser {
  const { slug, headline, datePublished, readingMinutes, image, inLanguage, direction, sponsor, members, genre } = article;
  return {
    slug,
    headline,
    datePublished,
    readingMinutes,
    ...(inLanguage !== edition?.language && { inLanguage }),
    ...(direction !== edition?.direction && { direction }),
    ...(image && { image }),
    ...(sponsor && { sponsor: sponsor.label }),
    ...(members?.label !== undefined && { members: members.label }),
    ...(genre !== undefined && { genre }),
  };
}
