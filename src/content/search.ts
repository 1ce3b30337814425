import type * as search from "static-search";
import * as v from "valibot";
import { AuthorRefSchema, RefSchema } from "./article.ts";
import { slug } from "./slug.ts";
import { type SubjectKind, TeaserSchema } from "./teaser.ts";

/** What the index keeps of a story: its teaser, and what it hangs on. With a path it is a page of the paper, whose date says nothing. */
export const SearchDocumentSchema = v.object({
  ...TeaserSchema.entries,
  path: v.optional(v.string()),
  section: v.optional(RefSchema),
  topics: v.array(RefSchema),
  places: v.array(RefSchema),
  authors: v.array(AuthorRefSchema),
});

export type SearchDocument = v.InferOutput<typeof SearchDocumentSchema>;

/** What the index of an edition is about: compiler and reader share it. */
export const searchSchema: search.Schema<Pick<SearchDocument, "section" | "topics" | "places" | "authors">, SubjectKind> = {
  facets: {
    topic: { of: ({ topics }) => topics },
    place: { of: ({ places }) => places },
    section: { of: ({ section }) => (section ? [section] : []), alias: "in" },
    author: { of: ({ authors }) => authors, counted: 3 },
  },
  listed: "section",
  slug,
};

/** What can be filtered by. A filter is a slug, or the year "2024". */
export type FacetKind = SubjectKind | "year";

export type Filters = search.Filters<SubjectKind>;
export type SearchOptions = search.SearchOptions<SubjectKind>;
export type Hit = search.Hit<SearchDocument>;

/** What a search has to tell beside its hits. `onDevice`: only so many stories were looked through, those that are on the device. */
export type Notice = search.Notice | { code: "onDevice"; stories: number };

export type Results = Omit<search.Results<SearchDocument>, "notices"> & { notices: Notice[] };
export type Facets = search.Facets<SubjectKind> & { onDevice?: boolean };
