import type { Article } from "#content/article.ts";
import type { Teaser } from "#content/teaser.ts";

/** A story on the device as a list shows it: the teaser that the compiler would make, but for what only it knows. */
export function shelfTeaser({ slug, headline, datePublished, readingMinutes, image, inLanguage, direction }: Article): Teaser {
  return { slug, headline, datePublished, readingMinutes, inLanguage, direction, ...(image && { image }) };
}
