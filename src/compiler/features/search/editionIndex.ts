import type { Document, IndexSettings } from "static-search/build";
import type { Article, Ref } from "#content/article.ts";
import { direction } from "#content/direction.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { type SearchDocument, searchSchema } from "#content/search.ts";
import { slug } from "#content/slug.ts";
import { foreign, makeTeaser, type PageLanguage } from "../../link/makeTeaser.ts";
import type { Settings } from "../../settings/settings.ts";
import { digestOf } from "../../state/lazyBody.ts";
import { searchTexts } from "./searchTexts.ts";

/** The settings of an edition that its index depends on. */
export type SearchSettings = Pick<Settings, "language" | "timeZone"> & { search?: Settings["search"] };

/** The settings of an edition as the search engine takes them. */
export function indexSettings({ language, timeZone, search }: SearchSettings): IndexSettings {
  return { schema: searchSchema, language, timeZone, synonyms: search?.synonyms };
}

/** A story as a document of the index. The getters keep the body and the teaser of an unchanged story from being read or made. */
export function indexed(article: Article, { language }: SearchSettings): Document {
  const { slug, datePublished, inLanguage, topics, places, authors, section } = article;
  return {
    id: slug,
    date: datePublished,
    language: inLanguage,
    get digest() {
      return digestOf(article);
    },
    get fields() {
      return fieldsOf(article);
    },
    facets: { topic: topics, place: places, author: authors, section: section ? [section] : [] },
    get stored() {
      return searchDocument(article, { language, direction: direction(language) });
    },
  };
}

/** A page of the paper, and whether it is to be searched. */
export type FoundPage = { value: StaticPage; fields: { search?: boolean | undefined }; found?: FoundItem };

/** What is known of an item of a collection besides its page, see OwnPage. */
type FoundItem = { aside: string[]; line: string; section: Ref; topics: Ref[]; places: Ref[] };

/** A page of the paper as a document of the index. Its id is its path, since a story may have the same slug. */
export function indexedPage({ value: page, found }: FoundPage, date: string, pageLanguage: PageLanguage): Document {
  const { path, title, standfirst, body, image, inLanguage } = page;
  const { section, topics = [], places = [] } = found ?? {};
  const names = { section, topics, places, authors: [] };
  const { aside, body: texts } = searchTexts({ ...names, headline: title, standfirst, body, image, genre: undefined, dateline: undefined });
  const stored: SearchDocument = {
    ...names,
    slug: slug(path) || "index",
    path,
    headline: title,
    standfirst: [found?.line, standfirst].filter(Boolean).join(" – ") || undefined,
    datePublished: date,
    readingMinutes: 1,
    ...foreign(page, pageLanguage),
  };
  return {
    id: path,
    date,
    language: inLanguage,
    fields: { title, summary: standfirst ?? "", body: texts, aside: [...aside, ...(found?.aside ?? [])] },
    facets: { topic: topics, place: places, author: [], section: section ? [section] : [] },
    stored,
  };
}

/** The texts of a story by the fields of the index. */
export function fieldsOf(article: Article): Document["fields"] {
  const { headline, standfirst, body, aside } = searchTexts(article);
  return { title: headline, summary: standfirst, body, aside };
}

/** The greatest width, in pixels, of the sources kept for a picture: in search results it is small. */
const WIDEST = 480;

function searchDocument(article: Article, pageLanguage: PageLanguage): SearchDocument {
  const short = makeTeaser(article, pageLanguage);
  const { image } = short;
  return {
    ...short,
    image: image && { ...image, sources: image.sources.filter(({ width }) => width <= WIDEST) },
    section: article.section,
    topics: article.topics,
    places: article.places,
    authors: article.authors,
  };
}
