import { type Facets, type Hit, HITS_PER_PAGE, type Results, type SearchOptions, type Suggestions } from "../query/results.ts";
import type { Schema } from "../schema.ts";
import { type Archive, archiveUntil, openArchive } from "./archive.ts";
import { best, byDate } from "./best.ts";
import { didYouMean } from "./didYouMean.ts";
import { documents } from "./documents.ts";
import { facets } from "./facets.ts";
import { filtered, passing } from "./filters.ts";
import { foundWords } from "./resolved.ts";
import type { FetchShard } from "./openShard.ts";
import { abortError, cached, type LoadCache } from "./cached.ts";
import { type Ran, runQuery } from "./runQuery.ts";
import { count, type Scores } from "./scores.ts";
import { shardStore } from "./shardStore.ts";
import { suggest } from "./suggest.ts";

/** The settings of a search. */
export type SearchSettings<Stored, Name extends string> = {
  /** Fetches a file of the index by its name. The manifest must not come from a cache that does not revalidate it. */
  fetchShard: FetchShard;
  schema: Schema<Stored, Name>;
  /** Validates the stored value of a document, if the index is not trusted. */
  read?: (json: unknown) => Stored;
};

/**
 * The search of one archive. Methods reject with a SearchError if the index cannot
 * be read. A query itself is never an error: the results' notices state what was
 * not understood. A signal cancels a query, and the requests it is waiting for.
 */
export type Search<Stored = unknown, Name extends string = string> = {
  /** Loads the files that every query needs, so that the first is faster. */
  open: () => Promise<void>;
  search: (query: string, options?: SearchOptions<Name>, signal?: AbortSignal) => Promise<Results<Stored>>;
  /** The values by which the results of a search can be filtered. After that search, they only have to be counted. */
  facets: (query: string, options?: SearchOptions<Name>, signal?: AbortSignal) => Promise<Facets<Name>>;
  /** Completions of a query being typed. */
  suggest: (text: string) => Promise<Suggestions<Name>>;
  /** The documents that another search of the same index finds by its vectors. */
  byVectors: (find: FindByVectors, signal?: AbortSignal) => Promise<Hit<Stored>[]>;
};

/** Finds documents, by their numbers, in the shards of an index. */
export type FindByVectors = (index: OpenIndex) => Promise<readonly { doc: number; similarity: number }[]>;

/** An index, as needed to read its vectors. */
export type OpenIndex = {
  /** The shard from which the vectors are found; undefined if the index has none. */
  vectors: string | undefined;
  /** Reads the content of a shard. */
  shard: (name: string) => Promise<Uint8Array>;
};

/** How many queries are cached with what they found: facets, pages and sorts of one query do not run it again. */
const CACHED_QUERIES = 4;

/** An archive, and the cached queries on it. */
type Opened = { archive: Archive; ran: LoadCache<Ran> };

/** Creates a search of an index. Nothing is fetched before the first query. */
export function createSearch<Stored, Name extends string>(settings: SearchSettings<Stored, Name>): Search<Stored, Name>;
export function createSearch({ fetchShard, schema, read = (json) => json }: SearchSettings<unknown, string>): Search {
  const store = shardStore(fetchShard, read);
  let opening: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => {
    opening ??= openArchive(fetchShard, store, schema).then(
      (archive) => ({ archive, ran: cached(CACHED_QUERIES, (key, signal) => run(archiveUntil(archive, signal), key)) }),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
  /** Retries once with a new manifest: a missing shard means that there is a newer archive. */
  const attempt = async <T>(work: (open: Opened) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    try {
      return await work(await opened());
    } catch {
      if (signal?.aborted) throw abortError(signal);
      opening = undefined;
      try {
        return await work(await opened());
      } catch (cause) {
        throw new SearchError(cause);
      }
    }
  };
  return {
    open: () => attempt(() => Promise.resolve()),
    search: (query, options = {}, signal) =>
      attempt(
        async ({ archive, ran }) => results(archiveUntil(archive, signal), query, options, await ran.get(keyOf(query, options), signal)),
        signal,
      ),
    facets: (query, options = {}, signal) =>
      attempt(
        async ({ archive, ran }) => facetsOf(archiveUntil(archive, signal), options, await ran.get(keyOf(query, options), signal)),
        signal,
      ),
    suggest: (text) => attempt(({ archive }) => suggest(archive, text)),
    byVectors: (find, signal) => attempt(({ archive }) => foundBy(archiveUntil(archive, signal), find), signal),
  };
}

async function foundBy(archive: Archive, find: FindByVectors): Promise<Hit[]> {
  const found = await find({ vectors: archive.manifest.vectors, shard: archive.store.lists.get });
  const kept = await documents(
    archive,
    found.map(({ doc }) => doc),
  );
  return kept.map((document, at) => ({ document, score: found[at]?.similarity ?? 0 }));
}

const TYPING = "typing ";
const WHOLE = "whole ";

const keyOf = (query: string, { typing = false }: SearchOptions): string => (typing ? TYPING : WHOLE) + query;

const run = (archive: Archive, key: string): Promise<Ran> =>
  key.startsWith(TYPING) ? runQuery(archive, key.slice(TYPING.length), true) : runQuery(archive, key.slice(WHOLE.length), false);

async function results(archive: Archive, query: string, options: SearchOptions, { resolved, evaluated }: Ran): Promise<Results> {
  const { sort = "relevance", filters = {} } = options;
  const scores = filtered(evaluated.scores, await passing(archive, filters));
  const total = count(scores);
  const unfiltered = count(evaluated.scores);
  const apart = (of: Scores) => count(of.subarray(0, archive.manifest.apart ?? 0));
  const pages = Math.max(1, Math.ceil(total / HITS_PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.floor(options.page ?? 1) || 1));
  const docs = pageOf(scores, sort, page);
  const [found, suggestions] = await Promise.all([documents(archive, docs), didYouMean(archive, query, resolved, unfiltered)]);
  return {
    hits: found.map((document, i) => ({ document, score: scores[docs[i] ?? 0] ?? 0 })),
    total,
    unfiltered,
    apart: { total: apart(scores), unfiltered: apart(evaluated.scores) },
    exact: evaluated.exact,
    page,
    pages,
    sort,
    relaxed: evaluated.relaxed,
    words: foundWords(resolved.clauses),
    notices: [...resolved.notices, ...evaluated.notices, ...(evaluated.exact ? [] : [{ code: "notAll" as const }])],
    suggestions,
    vectors: archive.manifest.vectors !== undefined,
  };
}

function pageOf(scores: Scores, sort: Results["sort"], page: number): number[] {
  const skip = (page - 1) * HITS_PER_PAGE;
  return sort === "relevance" ? best(scores, skip + HITS_PER_PAGE).slice(skip) : byDate(scores, sort === "newest", skip, HITS_PER_PAGE);
}

async function facetsOf(archive: Archive, { filters = {} }: SearchOptions, { evaluated }: Ran): Promise<Facets> {
  const passes = await passing(archive, filters);
  const top = best(filtered(evaluated.scores, passes), HITS_PER_PAGE);
  return facets(archive, { scores: evaluated.scores, passes, filters, top });
}

/** The index cannot be read: its files could not be loaded, or are damaged. */
export class SearchError extends Error {
  constructor(cause: unknown) {
    super("The search index could not be loaded.", { cause });
    this.name = "SearchError";
  }
}
