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
import { gaveUp, remembered, type Remembered } from "./remembered.ts";
import { type Ran, runQuery } from "./runQuery.ts";
import { count, type Scores } from "./scores.ts";
import { shardStore } from "./shardStore.ts";
import { suggest } from "./suggest.ts";

/** How an index is read. */
export type SearchSettings<Stored, Name extends string> = {
  /** Gets a file of the index by its name. The manifest must not come from a cache that does not ask the server. */
  fetchShard: FetchShard;
  schema: Schema<Stored, Name>;
  /** Checks what the index keeps of a document, where it is not to be trusted to be what was stored. */
  read?: (json: unknown) => Stored;
};

/**
 * The search of one archive. Methods reject with a SearchError when the index
 * cannot be read; a query itself is never wrong: what was not understood stands
 * in the results' notices. With a signal a query can be given up, and what it
 * still waits for with it.
 */
export type Search<Stored = unknown, Name extends string = string> = {
  /** Loads what every query needs, so that the first is faster. */
  open: () => Promise<void>;
  search: (query: string, options?: SearchOptions<Name>, signal?: AbortSignal) => Promise<Results<Stored>>;
  /** What the hits of a search can be filtered by; asked for after it, it costs only the counting. */
  facets: (query: string, options?: SearchOptions<Name>, signal?: AbortSignal) => Promise<Facets<Name>>;
  /** How what is being typed may go on. */
  suggest: (text: string) => Promise<Suggestions<Name>>;
  /** The documents that another search of the same index finds by its vectors. */
  byVectors: (find: FindByVectors, signal?: AbortSignal) => Promise<Hit<Stored>[]>;
};

/** Finds documents by their numbers, with what is in shards of an index. */
export type FindByVectors = (index: OpenIndex) => Promise<readonly { doc: number; similarity: number }[]>;

/** An index as far as vectors are read in it. */
export type OpenIndex = {
  /** The shard that leads to the vectors, where the index has any. */
  vectors: string | undefined;
  /** What a shard holds. */
  shard: (name: string) => Promise<Uint8Array>;
};

/** Queries that are remembered as they were found: facets, pages and sorts of one query do not run it again. */
const REMEMBERED = 4;

/** An archive, and what was found in it. */
type Opened = { archive: Archive; ran: Remembered<Ran> };

/** Opens an index for queries. Nothing is fetched before the first. */
export function createSearch<Stored, Name extends string>(settings: SearchSettings<Stored, Name>): Search<Stored, Name>;
export function createSearch({ fetchShard, schema, read = (json) => json }: SearchSettings<unknown, string>): Search {
  const store = shardStore(fetchShard, read);
  let opening: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => {
    opening ??= openArchive(fetchShard, store, schema).then(
      (archive) => ({ archive, ran: remembered(REMEMBERED, (key, signal) => run(archiveUntil(archive, signal), key)) }),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
  /** A shard that is gone means that a newer archive is there: then once more, with its manifest. */
  const attempt = async <T>(work: (open: Opened) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    try {
      return await work(await opened());
    } catch {
      if (signal?.aborted) throw gaveUp(signal);
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
  const pages = Math.max(1, Math.ceil(total / HITS_PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.floor(options.page ?? 1) || 1));
  const docs = pageOf(scores, sort, page);
  const [found, suggestions] = await Promise.all([documents(archive, docs), didYouMean(archive, query, resolved, unfiltered)]);
  return {
    hits: found.map((document, i) => ({ document, score: scores[docs[i] ?? 0] ?? 0 })),
    total,
    unfiltered,
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

/** The search cannot answer: its files did not come, or came damaged. */
export class SearchError extends Error {
  constructor(cause: unknown) {
    super("The search index could not be loaded.", { cause });
    this.name = "SearchError";
  }
}
