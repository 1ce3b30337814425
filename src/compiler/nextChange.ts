import { milliseconds } from "#content/instant.ts";
import { staleAt } from "./settings/mostReadFile.ts";
import type { BuildContext } from "./prepareBuild.ts";
import type { Joined } from "./refine/livePosts.ts";
import type { releasedPages } from "./refine/released.ts";
import { instantOf } from "./text/instantOf.ts";

type Known = Joined & { now: number; pages: Pick<ReturnType<typeof releasedPages>, "due"> };

/**
 * When the site may next change although no file does: a story, page or post appears or expires, a notice on the front page ends, or its list of stories is too old.
 * @returns in milliseconds; Infinity if never
 */
export function nextChange(
  { now, found, schedule, pages }: Known,
  { fronts, mostRead, settings }: Pick<BuildContext, "fronts" | "mostRead" | "settings">,
): number {
  const drafts = [...found.drafts, ...found.pages, ...found.posts];
  const releases = drafts.flatMap((draft) => [draft, ...(draft.postReleases ?? [])]);
  const moments = releases.flatMap((release) => (release.moments ?? []).map(({ at }) => milliseconds(at)));
  const planned = [...schedule.due, ...schedule.ends, ...pages.due].map(({ at }) => at);
  const ends = [...fronts.values()].flatMap((front) => [front.settings.breaking?.until, front.settings.alert?.until]);
  const notices = ends.flatMap((until) => {
    const at = until === undefined ? undefined : instantOf(until, settings.timeZone);
    return at === undefined ? [] : [milliseconds(at)];
  });
  const stale = mostRead ? [staleAt(mostRead, settings.mostRead.maxAge)] : [];
  return [...moments, ...planned, ...notices, ...stale].reduce((next, at) => (at > now && at < next ? at : next), Infinity);
}
