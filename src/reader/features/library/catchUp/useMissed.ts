import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Teaser } from "#content/teaser.ts";
import { threadsFile } from "#content/paths.ts";
import { type RecentThreads, RecentThreadsSchema } from "#content/recentThreads.ts";
import { file, frontQuery, listQuery } from "../../../data/queries.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { newIn, storiesOf } from "../following/newStories.ts";
import type { Visit } from "./visits.ts";

/** The maximum number of numbered pages of the latest stories to go through: 100 stories, besides those of the newest page. */
const MOST_PAGES = 5;

/** How old the newest page of the latest stories may be, in milliseconds. */
const FRESH = 60_000;

/** How long the threads may take to load, in milliseconds. */
const PATIENCE = 1500;

export type Missed = { stories: Teaser[]; followed: ReadonlySet<string>; ranks: string[]; threads: ReadonlyMap<string, string> };

/** What was published since a visit, the newest first, with what determines its order. */
export function useMissed(before: Visit | undefined): { data: Missed | undefined; error: unknown; refetch: () => unknown } {
  const client = useQueryClient();
  const muted = useLibrary("muted");
  const subjects = [...useLibrary("followed").values()].map(({ kind, slug }) => ({ kind, slug }));
  return useQuery({
    queryKey: ["missed", before, subjects, [...muted.keys()]],
    enabled: before !== undefined,
    queryFn: async (): Promise<Missed> => {
      const [stories, front, lists, threads] = await Promise.all([
        before ? missedStories(client, before) : [],
        client.ensureQueryData(frontQuery()),
        Promise.all(subjects.map(({ kind, slug }) => client.ensureQueryData(listQuery(kind, slug)).then(storiesOf, () => []))),
        recentThreads(client),
      ]);
      const { lead, also, latest, top, longRead, sections } = front;
      const ranked = [lead, ...also, ...top, longRead, ...sections.flatMap(({ teasers }) => teasers), ...latest];
      return {
        stories: stories.filter(({ about = [] }) => !about.some((id) => muted.has(id))),
        followed: new Set(lists.flat().map(({ slug }) => slug)),
        threads: new Map(Object.entries(threads).flatMap(([thread, slugs]) => slugs.map((slug) => [slug, thread] as const))),
        ranks: ranked.flatMap((teaser) => teaser?.slug ?? []),
      };
    },
  });
}

/** Not awaited for long: without threads, stories are grouped by their topics. */
function recentThreads(client: QueryClient): Promise<RecentThreads> {
  const threads = client.fetchQuery({ ...file(threadsFile, RecentThreadsSchema, "threads"), staleTime: FRESH, retry: false });
  const late = new Promise<RecentThreads>((resolve) => setTimeout(resolve, PATIENCE, {}));
  return Promise.race([threads.catch(() => ({})), late]);
}

/** Goes back through the latest stories to one that was there at the visit. */
async function missedStories(client: QueryClient, { at, newest }: Visit): Promise<Teaser[]> {
  const seen = { seenAt: at, ...(newest.length > 0 && { seen: newest }) };
  const first = await client.fetchQuery({ ...listQuery("latest", "latest"), staleTime: FRESH });
  const missed = newIn(first, seen);
  let isEnd = missed.length < storiesOf(first).length;
  for (let page = first.fullPages ?? 0; page > 0 && !isEnd && page > (first.fullPages ?? 0) - MOST_PAGES; page--) {
    const list = await client.ensureQueryData(listQuery("latest", "latest", page));
    const found = newIn(list, seen);
    missed.push(...found);
    isEnd = found.length < storiesOf(list).length;
  }
  return [...new Map(missed.map((story) => [story.slug, story])).values()];
}
