import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Teaser } from "#content/teaser.ts";

/**
 * A story on the device as a list shows it: the teaser that the compiler would make, but for what only it knows.
 * @param edition whose language a teaser does not name
 */
export function articleTeaser(article: Article, edition: Pick<Edition, "language" | "direction"> | undefined): Teaser {
  const { slug, headline, datePublished, readingMinutes, image, inLanguage, direction } = article;
  return {
    slug,
    headline,
    datePublished,
    readingMinutes,
    ...(inLanguage !== edition?.language && { inLanguage }),
    ...(direction !== edition?.direction && { direction }),
    ...(image && { image }),
  };
}
