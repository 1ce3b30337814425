import type * as search from "static-search";
import * as v from "valibot";
import { AuthorRefSchema, RefSchema } from "./article.ts";
import { slug } from "./slug.ts";
import { type SubjectKind, TeaserSchema } from "./teaser.ts";

/** A story in the index: its teaser and subjects. With a `path` it is a static page, whose date means nothing. */
export const SearchDocumentSchema = v.object({
  ...TeaserSchema.entries,
  path: v.optional(v.string()),
  section: v.optional(RefSchema),
  topics: v.array(RefSchema),
  places: v.array(RefSchema),
  authors: v.array(AuthorRefSchema),
});

export type SearchDocument = v.InferOutput<typeof SearchDocumentSchema>;

/** The schema of an edition's index, which compiler and reader share. */
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

/** The kinds of filters, in the order in which they are shown. A filter is a slug, or a year such as "2024". */
export const FACET_KINDS = ["section", "topic", "place", "author", "year"] as const satisfies readonly (SubjectKind | "year")[];

export type FacetKind = (typeof FACET_KINDS)[number];

export type Filters = search.Filters<SubjectKind>;
export type SearchOptions = search.SearchOptions<SubjectKind>;
export type Hit = search.Hit<SearchDocument>;

/** A notice about the results of a search. `onDevice`: only the given number of stories, those on the device, were searched. */
export type Notice = search.Notice | { code: "onDevice"; stories: number };

export type Results = Omit<search.Results<SearchDocument>, "notices"> & { notices: Notice[] };
export type Facets = search.Facets<SubjectKind> & { onDevice?: boolean };
