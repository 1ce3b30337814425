import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../../edition/address.ts";
import { deviceValue } from "../../../device/deviceValue.ts";

/** The shortest absence after which coming back counts as another visit, in milliseconds. */
const ABSENCE = 6 * 60 * 60_000;

/** When the paper was last open, and which stories were its newest then. */
const VisitSchema = v.object({ at: v.number(), newest: v.array(v.string()) });

/** This visit and the one before, and which of the stories between them the reader is done with. */
const VisitsSchema = v.object({ now: v.optional(VisitSchema), before: v.optional(VisitSchema), done: v.fallback(v.array(v.string()), []) });

export type Visit = v.InferOutput<typeof VisitSchema>;

const none = { done: [] };
const visits = deviceValue(
  // Each edition of the site has newest stories of its own.
  () => `${cachePrefix(address().base)}visits${address().prefix}`,
  (found) => v.parse(v.fallback(VisitsSchema, none), found),
);

export const useVisits = visits.use;

/** Notes that the paper is open. @param newest the slugs of its newest stories, the newest first */
export function noteOpen(newest: string[], at = Date.now()): void {
  const { now, before, done } = visits.read();
  const isBack = now !== undefined && at - now.at > ABSENCE;
  visits.keep({ now: { at, newest }, ...(isBack ? { before: now, done: [] } : { before, done }) });
}

/** Forgets which stories between the visits were read, and that any were missed. */
export function forgetMissed(): void {
  const { now } = visits.read();
  visits.keep({ now });
}

/** Notes that the reader is done with these stories. */
export function noteDone(slugs: string[]): void {
  const known = visits.read();
  visits.keep({ ...known, done: [...new Set([...known.done, ...slugs])] });
}
