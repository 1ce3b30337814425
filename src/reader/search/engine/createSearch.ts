import { type Facets, HITS_PER_PAGE, type Results, type SearchOptions, type Suggestions } from "#content/search/results.ts";
import { type Archive, openArchive } from "./archive.ts";
import { best, byDate } from "./best.ts";
import { didYouMean } from "./didYouMean.ts";
import { documents } from "./documents.ts";
import { SearchError } from "./errors.ts";
import { facets } from "./facets.ts";
import { filtered, passing } from "./filters.ts";
import { foundWords } from "./foundWords.ts";
import type { FetchShard } from "./openShard.ts";
import { type Ran, runQuery } from "./runQuery.ts";
import { count, type Scores } from "./scores.ts";
import { shardStore } from "./shardStore.ts";
import { suggest } from "./suggest.ts";

/** The search of one edition. Every method rejects with a SearchError when files do not come. */
export type Search = {
  /** Loads what every query needs, so that the first is faster. */
  open: () => Promise<void>;
  search: (query: string, options?: SearchOptions) => Promise<Results>;
  /** What the hits of a search can be filtered by; asked for after it, it costs only the counting. */
  facets: (query: string, options?: SearchOptions) => Promise<Facets>;
  suggest: (text: string) => Promise<Suggestions>;
};

/** Queries that are remembered as they were found: facets, pages and sorts of one query do not run it again. */
const REMEMBERED = 4;

/**
 * @param fetchShard gets a file of data/search/ by its name; the manifest must
 * not come from a cache that does not ask the server
 */
export function createSearch(fetchShard: FetchShard): Search {
  const store = shardStore(fetchShard);
  let archive: Promise<Archive> | undefined;
  const ran = new Map<string, Promise<Ran>>();
  const opened = (): Promise<Archive> => {
    archive ??= openArchive(fetchShard, store).catch((error: unknown) => {
      archive = undefined;
      throw error;
    });
    return archive;
  };
  const reopened = (): Promise<Archive> => {
    archive = undefined;
    ran.clear();
    return opened();
  };
  const run = (open: Archive, query: string, typing: boolean): Promise<Ran> => {
    const key = `${typing} ${query}`;
    const running = ran.get(key) ?? runQuery(open, query, typing);
    ran.delete(key);
    ran.set(key, running);
    running.catch(() => ran.delete(key));
    for (const oldest of ran.keys()) if (ran.size > REMEMBERED) ran.delete(oldest);
    return running;
  };
  /** A shard that is gone means that a newer edition is there: then once more, with its manifest. */
  const attempt = async <T>(work: (open: Archive) => Promise<T>): Promise<T> => {
    try {
      return await work(await opened());
    } catch {
      try {
        return await work(await reopened());
      } catch (cause) {
        throw new SearchError(cause);
      }
    }
  };
  return {
    open: () => attempt(() => Promise.resolve()),
    search: (query, options = {}) =>
      attempt(async (open) => results(open, query, options, await run(open, query, options.typing ?? false))),
    facets: (query, options = {}) => attempt(async (open) => facetsOf(open, options, await run(open, query, options.typing ?? false))),
    suggest: (text) => attempt((open) => suggest(open, text)),
  };
}

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
