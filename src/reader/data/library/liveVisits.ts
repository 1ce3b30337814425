import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { deviceValue } from "../../device/deviceValue.ts";
import { address } from "../../edition/address.ts";

/** What of a live blog the reader had before them when they were there: its newest post, and how many there were. */
export type Visit = { id: string; count: number };

/** How many live blogs are remembered. */
const MOST = 50;

const VisitsSchema = v.fallback(v.array(v.tuple([v.string(), v.object({ id: v.string(), count: v.number() })])), []);

const visits = deviceValue(
  () => `${cachePrefix(address().base)}live${address().prefix}`,
  (found) => v.parse(VisitsSchema, found),
);

/** When this reader was there before, on this device. */
export const lastVisit = (slug: string): Visit | undefined => visits.read().find(([each]) => each === slug)?.[1];

export function noteVisit(slug: string, visit: Visit): void {
  const others = visits.read().filter(([each]) => each !== slug);
  visits.keep([[slug, visit], ...others].slice(0, MOST));
}

/** @param slugs of those that are forgotten; without, all are */
export function forgetVisits(slugs?: string[]): void {
  visits.keep(slugs && visits.read().filter(([each]) => !slugs.includes(each)));
}
