import type { Article } from "#content/article.ts";
import { type Calendar, formatDate } from "../../../../i18n/dates.ts";

/** Who wrote a story and when, in a line. */
export function creditLine({ authors, datePublished }: Article, calendar: Calendar): string {
  return [...authors.map(({ name }) => name), formatDate(datePublished, "moment", calendar)].join(" · ");
}
