import type { ListPage } from "#content/listPage.ts";
import { type Calendar, formatDateAlone } from "../../i18n/dates.ts";
import type { Words } from "../../i18n/catalogues/en.ts";

/** What a list is called: "Europol news", "Science", "The latest", "April 2024". */
export function listTitle(list: ListPage, words: Words, calendar: Calendar): string {
  switch (list.kind) {
    case "topic":
    case "place":
      return words.newsOf(list.name);
    case "section":
    case "author":
      return list.name;
    case "latest":
      return words.latest;
    case "month":
      return formatDateAlone(list.slug, "month", calendar);
  }
}
