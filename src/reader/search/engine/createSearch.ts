import { type Facets, HITS_PER_PAGE, type Results, type SearchOptions, type Suggestions } from "#content/search/results.ts";
import type { SearchProvider } from "../searchProvider.ts";
import { type Archive, archiveUntil, openArchive } from "./archive.ts";
import { best, byDate } from "./best.ts";
import { didYouMean } from "./didYouMean.ts";
import { documents } from "./documents.ts";
import { SearchError } from "./errors.ts";
import { facets } from "./facets.ts";
import { filtered, passing } from "./filters.ts";
import { foundWords } from "./foundWords.ts";
import type { FetchShard } from "./openShard.ts";
import { gaveUp, remembered, type Remembered } from "./remembered.ts";
import { type Ran, runQuery } from "./runQuery.ts";
import { count, type Scores } from "./scores.ts";
import { shardStore } from "./shardStore.ts";
import { suggest } from "./suggest.ts";

/** The search of one edition over its own shards. */
export type Search = SearchProvider & { suggest: (text: string) => Promise<Suggestions> };

/** Queries that are remembered as they were found: facets, pages and sorts of one query do not run it again. */
const REMEMBERED = 4;

/** An archive, and what was found in it. */
type Opened = { archive: Archive; ran: Remembered<Ran> };

/**
 * @param fetchShard gets a file of data/search/ by its name; the manifest must
 * not come from a cache that does not ask the server
 */
export function createSearch(fetchShard: FetchShard): Search {
  const store = shardStore(fetchShard);
  let opening: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => {
    opening ??= openArchive(fetchShard, store).then(
      (archive) => ({ archive, ran: remembered(REMEMBERED, (key, signal) => run(archiveUntil(archive, signal), key)) }),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
  /** A shard that is gone means that a newer edition is there: then once more, with its manifest. */
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
  };
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
  const stories = pageOf(scores, sort, page);
  const [found, suggestions] = await Promise.all([documents(archive, stories), didYouMean(archive, query, resolved, unfiltered)]);
  return {
    hits: found.map((document, i) => ({ document, score: scores[stories[i] ?? 0] ?? 0 })),
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
