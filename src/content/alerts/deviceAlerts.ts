import * as v from "valibot";
import type { FollowedKind } from "../library/libraryRecord.ts";
import { subjectId } from "../library/subjectId.ts";

/** How many of the newest unseen stories are remembered. */
const MOST_UNSEEN = 50;

const RefSchema = v.object({ slug: v.string(), name: v.string() });
const RefsSchema = v.array(RefSchema);

/** The part of a story's file (content/pages/articlePage.ts) that is needed: the whole contract would make the worker too large. */
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

/** A new story on something followed. `subjects`: the library ids of its followed subjects; `name`: the name of the first. */
const FoundStorySchema = v.object({
  slug: v.string(),
  headline: v.string(),
  inLanguage: v.string(),
  direction: v.picklist(["ltr", "rtl"]),
  subjects: v.array(v.string()),
  name: v.string(),
});

/**
 * The state of a device's alerts, shared by the page and its worker: the edition, by the URLs of its data and its front page (absolute,
 * with a trailing slash); the newest stories as of the last check; and the stories that the reader has not been shown yet.
 */
export const DeviceAlertsSchema = v.object({
  data: v.string(),
  front: v.string(),
  known: v.array(v.string()),
  unseen: v.array(FoundStorySchema),
});

/** The part of the fresh file (content/fresh.ts) that is needed. */
export const NewestSchema = v.object({ newest: v.array(v.string()) });

export type FoundStory = v.InferOutput<typeof FoundStorySchema>;
export type DeviceAlerts = v.InferOutput<typeof DeviceAlertsSchema>;

/** What the reader follows, by library id, with its name; and the ids of what they have muted. */
export type Interests = { followed: ReadonlyMap<string, string>; muted: ReadonlySet<string> };

/**
 * Finds new stories on what the reader follows. It fetches every new story, so that the host does not learn what that is.
 * @param known the newest stories at the last check
 * @param newest the newest stories now, newest first
 * @param read returns a story's file, or undefined if it does not exist
 * @throws what `read` throws: the check is then to be repeated
 */
export async function findFollowed(
  known: readonly string[],
  newest: readonly string[],
  { followed, muted }: Interests,
  read: (slug: string) => Promise<unknown>,
): Promise<FoundStory[]> {
  // A story older than every known one is not new: it has moved up because another was removed.
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

/** The state after a check. Another tab may have found some of the stories meanwhile. */
export function withFound(before: DeviceAlerts, newest: string[], found: FoundStory[]): DeviceAlerts {
  const added = found.filter(({ slug }) => !before.known.includes(slug) && !before.unseen.some((story) => story.slug === slug));
  return { ...before, known: newest, unseen: [...added, ...before.unseen].slice(0, MOST_UNSEEN) };
}

/** The library ids of a story's subjects, the narrowest first. */
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

/** The key of the state in its cache. */
const ENTRY = "/alerts.json";

/** @param cache of the kind "alerts" @returns undefined if alerts are off */
export async function readAlerts(cache: Pick<Cache, "match">): Promise<DeviceAlerts | undefined> {
  const found = v.safeParse(DeviceAlertsSchema, await (await cache.match(ENTRY))?.json().catch(() => undefined));
  return found.success ? found.output : undefined;
}

export const writeAlerts = (cache: Pick<Cache, "put">, alerts: DeviceAlerts): Promise<void> =>
  cache.put(ENTRY, new Response(JSON.stringify(alerts)));

/** The tag of the periodic sync that wakes the worker. */
export const ALERTS_SYNC = "broadsheet-alerts";
