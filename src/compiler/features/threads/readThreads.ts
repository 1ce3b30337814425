import * as v from "valibot";
import { slug as slugOf } from "#content/slug.ts";
import { isRecord } from "../../text/jsonRecord.ts";
import type { Report } from "../../draft/problem.ts";
import type { LastGood } from "../../settings/lastGood.ts";
import { readBy } from "../../settings/readSettings.ts";
import { SoundThreadSchema, ThreadSettingsSchema } from "../../settings/threadSettings.ts";

/** The file in which an editor names, joins, splits and closes threads; it may have another form. */
export const THREADS_FILE = "threads.json";

/** A name in the file, and its place there: "threads.2.join.0". */
export type Named = { name: string; place: string };

/** An editor's settings for one thread. */
export type ThreadEntry = {
  place: string;
  slug: string;
  name?: string | undefined;
  description?: string | undefined;
  closed?: string | undefined;
  stories: Named[];
  without: Named[];
  join: Named[];
  formerly: Named[];
  turningPoints?: Named[] | undefined;
};

/**
 * Reads `threads.json` of a content folder. Only the invalid fields, and invalid names in lists, are
 * left out, each reported with its place; the rest counts. A file that is neither JSON, JSON with
 * comments nor YAML is reported and ignored.
 */
export async function readThreads(contentFolder: string, report: Report, good?: LastGood): Promise<ThreadEntry[]> {
  const read = await readBy(ThreadSettingsSchema, contentFolder, THREADS_FILE, { good });
  if ("problems" in read) {
    const remedy = read.json === undefined ? "Correct it; until then this file is ignored." : LEFT_OUT;
    for (const problem of read.problems) report({ ...problem, severity: "warning", remedy });
  }
  const held = "value" in read ? read.value : read.json;
  const threads: unknown[] = isRecord(held) && Array.isArray(held["threads"]) ? held["threads"] : [];
  return threads.flatMap((thread, at) => entryOf(thread, `threads.${at}`) ?? []);
}

const LEFT_OUT = "Correct it; until then it is ignored, and the rest of the file is used.";

function entryOf(thread: unknown, place: string): ThreadEntry | undefined {
  const sound = v.safeParse(SoundThreadSchema, thread);
  if (!sound.success) return undefined;
  const { slug: own, name, description, closed, stories, without, join, formerly, turningPoints } = sound.output;
  // A slug made from the name could be that of another thread than the one meant.
  const isWrong = own === undefined && isRecord(thread) && thread["slug"] !== undefined;
  const slug = own ?? slugOf(name ?? "");
  if (isWrong || slug === "") return undefined;
  const named = (field: string, names: (string | undefined)[] = []): Named[] =>
    names.flatMap((one, at) => (one === undefined ? [] : { name: one, place: `${place}.${field}.${at}` }));
  return {
    place,
    slug,
    name,
    description,
    closed,
    stories: named("stories", stories),
    without: named("without", without),
    join: named("join", join),
    formerly: named("formerly", formerly),
    turningPoints: turningPoints && named("turningPoints", turningPoints),
  };
}
