import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";

const { counted } = counting("en");
const named = (name: string): string => isolated(name, "ltr");

/** What the search says, in English. */
export const searchEn = {
  searchFor: "Search for",
  searchIntro: "Every story of this paper, word for word.",
  howToSearch: "How to search",
  examplePhrase: '"deep space"',
  exampleWithout: "tunnel -rail",
  exampleEither: "reef OR coral",
  exampleTitle: "title:fire",
  helpPhrase: "These words in this order",
  helpWithout: "The first, without the second",
  helpEither: "Either of them",
  helpTitle: "A word of the headline",
  helpTopic: "A topic; place: and author: do the same",
  helpSection: "A section",
  helpLanguage: "Stories in one language",
  helpAfter: "From this month on; a day or a year will do too",
  helpBefore: "Before this year",
  helpSpelling: "Missing accents and typing errors are forgiven.",
  tryInstead: "These searches find stories",
  searchNeedsScript: "The search works in your browser and needs JavaScript, which is switched off. You can find stories in other ways:",
  searchTitle: (query: string) => `Search: ${named(query)}`,
  searching: "Searching",
  searchFailedTitle: "The search did not load",
  searchFailedText: "Part of the index did not arrive. Check the connection and try again.",
  filters: "Filters",
  filtersSet: (count: number) => counted(count, { other: "Filters (#)" }),
  removeFilter: "remove filter",
  removeFilters: "Remove all filters",
  facet: (name: string, stories: string) => `${named(name)}, ${stories}`,
  foundOf: (found: string, all: string) => `${found} of ${all}`,
  foundAtLeast: (found: string) => `At least ${found}`,
  sortBy: "Sort by",
  bestMatch: "Best match",
  newestFirst: "Newest",
  oldestHits: "Oldest",
  didYouMean: "Did you mean",
  noHits: (query: string) => `No stories found for “${named(query)}”`,
  noHitsText: "Try other or fewer words.",
  noHitsFilters: "There are stories, but none match your filters.",
  mutedHits: (count: number) => counted(count, { one: "# muted story is hidden", other: "# muted stories are hidden" }),
  lastSearches: "Recent searches",
  clearSearches: "Clear the list",
  seeAllFound: (stories: string) => `See all: ${stories}`,
  saveSearch: "Save this search",
  searchSaved: "Search saved",
  filtersFailed: "The filters did not load.",
  noticeDate: (field: string, value: string) =>
    `${named(field)}: needs a date such as 2024-04-22, 2024-04 or 2024; “${named(value)}” is not one.`,
  noticeValue: (field: string) => `${named(field)}: needs something after the colon.`,
  noticeField: (field: string) => `${named(field)}: is not a field; its words were searched.`,
  noticeQuote: "A quotation mark is not closed; the phrase was taken to run to the end.",
  noticeOr: "OR needs a word on each side.",
  noticeExcludedOr: "A word with a minus cannot be one side of OR; stories with it were left out.",
  noticeExcludedInHeadline: "Every story has a word that you left out; these do not have it in their headline.",
  noticeTooLong: (most: number) =>
    counted(most, { one: "Only the first word was searched.", other: "Only the first # words were searched." }),
  noticeNothing: "There is no word to search for.",
  noticeSubject: (field: string, value: string) => `There is nothing called “${named(value)}” for ${named(field)}:`,
  noticeLanguage: (value: string) => `No story is in the language “${named(value)}”.`,
  noticeWord: (word: string) => `No story has the word “${named(word)}”.`,
  noticeCorrected: (from: string, to: string) => `No story has “${named(from)}”; these have “${named(to)}”.`,
  noticeRelaxed: "Not every story has all of this; some match only in part.",
  noticeTooCommon: (phrase: string) => `The words of “${named(phrase)}” appear in so many stories that their order was not checked.`,
  noticeNotAll: "The words are so common that not every story was counted.",
  noticeOnDevice: (stories: number) =>
    counted(stories, {
      one: "There is no connection. Only the one story on this device was searched.",
      other: "There is no connection. Only the # stories on this device were searched.",
    }),
};

export type SearchWords = typeof searchEn;
