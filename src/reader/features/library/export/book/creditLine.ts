import type { Article } from "#content/article.ts";
import { type Calendar, formatDate } from "../../../../i18n/formatDate.ts";

/** The authors and the date of a story, in one line. */
export function creditLine({ authors, datePublished }: Article, calendar: Calendar): string {
  return [...authors.map(({ name }) => name), formatDate(datePublished, "moment", calendar)].join(" · ");
}
