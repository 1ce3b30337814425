import { milliseconds } from "#content/instant.ts";
import type { CorrectionsPage, ListedCorrection } from "#content/version.ts";
import { appendOnly } from "./appendOnly.ts";
import type { Story } from "./story.ts";

/**
 * All corrections that have a date, the oldest first.
 * @param stories oldest first
 * @param hasVersions whether the record of a story shows what was replaced
 */
export function allCorrections(stories: Story[], hasVersions: (slug: string) => boolean = () => false): ListedCorrection[] {
  return stories
    .flatMap(({ article: { slug, headline, inLanguage, direction, corrections } }) =>
      corrections.map((correction, place) => ({
        slug,
        headline,
        inLanguage,
        direction,
        number: place + 1,
        ...correction,
        ...(hasVersions(slug) && { changes: true as const }),
      })),
    )
    .toSorted((a, b) => milliseconds(a.date) - milliseconds(b.date));
}

/** The pages of all corrections, append-only like those of lists: the newest, then the numbered ones from page 1 with the oldest. */
export function correctionsPages(all: ListedCorrection[]): CorrectionsPage[] {
  const { newest, fullPages, numbered } = appendOnly(all);
  return [
    { count: all.length, fullPages, corrections: newest.toReversed() },
    ...numbered.map(({ page, newer, items }) => ({ page, ...(newer && { newer }), corrections: items.toReversed() })),
  ];
}
