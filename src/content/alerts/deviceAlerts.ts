import * as v from "valibot";
import type { FollowedKind } from "../library/record.ts";
import { subjectId } from "../library/subjectId.ts";

/** How many of the newest stories that the reader has not seen are remembered. */
const MOST_UNSEEN = 50;

const RefSchema = v.object({ slug: v.string(), name: v.string() });
const RefsSchema = v.array(RefSchema);

/** What is wanted of a story's file (content/pages/articlePage.ts): the worker has no room for the whole contract. */
const StorySchema = v.object({
  article: v.object({
    headline: v.string(),
    inLanguage: v.string(),
    direction: v.picklist(["ltr", "rtl"]),
    section: v.optional(RefSchema),
    authors: RefsSchema,
    topics: RefsSchema,
    places: RefsSchema,
  }),
  thread: v.optional(RefSchema),
});

/** A new story of something that is followed. `subjects`: what of it is, by what a library calls it; `name`: of the first of these. */
const FoundStorySchema = v.object({
  slug: v.string(),
  headline: v.string(),
  inLanguage: v.string(),
  direction: v.picklist(["ltr", "rtl"]),
  subjects: v.array(v.string()),
  name: v.string(),
});

/**
 * What a device remembers of its alerts, for the page and its worker: the edition, by its data address and that of its front page (full ones,
 * with a slash at their ends); which of its newest stories were looked at; and the stories that the reader was not shown yet.
 */
export const DeviceAlertsSchema = v.object({
  data: v.string(),
  front: v.string(),
  known: v.array(v.string()),
  unseen: v.array(FoundStorySchema),
});

/** What is wanted of the file of what is new (content/fresh.ts). */
export const NewestSchema = v.object({ newest: v.array(v.string()) });

export type FoundStory = v.InferOutput<typeof FoundStorySchema>;
export type DeviceAlerts = v.InferOutput<typeof DeviceAlertsSchema>;

/** What the reader follows by what a library calls it, with its name; and what they do not want to hear of. */
export type Interests = { followed: ReadonlyMap<string, string>; muted: ReadonlySet<string> };

/**
 * Looks for new stories of what is followed. Each new story is asked for, whatever is followed, so that the host does not learn what that is.
 * @param known the newest stories when it was looked last
 * @param newest what they are now, the newest first
 * @param read gives a story's file; undefined where there is none
 * @throws what `read` throws: then it is to be looked once more
 */
export async function findFollowed(
  known: readonly string[],
  newest: readonly string[],
  { followed, muted }: Interests,
  read: (slug: string) => Promise<unknown>,
): Promise<FoundStory[]> {
  // What is older than all that was known has only moved up, because another was taken away.
  const oldest = newest.findLastIndex((slug) => known.includes(slug));
  const fresh = newest.slice(0, oldest === -1 ? undefined : oldest).filter((slug) => !known.includes(slug));
  const found = await Promise.all(
    fresh.map(async (slug): Promise<FoundStory | undefined> => {
      const story = v.safeParse(StorySchema, await read(slug));
      if (!story.success) return undefined;
      const all = subjectsOf(story.output);
      const subjects = all.filter((id) => followed.has(id));
      const name = followed.get(subjects[0] ?? "");
      if (name === undefined || all.some((id) => muted.has(id))) return undefined;
      const { headline, inLanguage, direction } = story.output.article;
      return { slug, headline, inLanguage, direction, subjects, name };
    }),
  );
  return found.filter((story) => story !== undefined);
}

/** What was looked at, and what was found. Another tab may have found some of it meanwhile. */
export function withFound(before: DeviceAlerts, newest: string[], found: FoundStory[]): DeviceAlerts {
  const added = found.filter(({ slug }) => !before.known.includes(slug) && !before.unseen.some((story) => story.slug === slug));
  return { ...before, known: newest, unseen: [...added, ...before.unseen].slice(0, MOST_UNSEEN) };
}

/** As a library calls them, the narrowest first. */
function subjectsOf({ article: { topics, places, authors, section }, thread }: v.InferOutput<typeof StorySchema>): string[] {
  const ids = (kind: FollowedKind, refs: { slug: string }[]) => refs.map(({ slug }) => subjectId(kind, slug));
  return [
    ...ids("thread", thread ? [thread] : []),
    ...ids("topic", topics),
    ...ids("place", places),
    ...ids("author", authors),
    ...ids("section", section ? [section] : []),
  ];
}

/** The name under which a device remembers its alerts in their cache. */
const ENTRY = "/alerts.json";

/** @param cache of the kind "alerts" @returns undefined where alerts are off */
export async function readAlerts(cache: Pick<Cache, "match">): Promise<DeviceAlerts | undefined> {
  const found = v.safeParse(DeviceAlertsSchema, await (await cache.match(ENTRY))?.json().catch(() => undefined));
  return found.success ? found.output : undefined;
}

export const writeAlerts = (cache: Pick<Cache, "put">, alerts: DeviceAlerts): Promise<void> =>
  cache.put(ENTRY, new Response(JSON.stringify(alerts)));

/** Under which the browser is asked to wake the worker now and then. */
export const ALERTS_SYNC = "broadsheet-alerts";
