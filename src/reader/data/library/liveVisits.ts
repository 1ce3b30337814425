import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { deviceValue } from "../../device/deviceValue.ts";
import { address } from "../../edition/address.ts";

/** What the reader saw of a live blog on their last visit: the id of its newest post, and how many posts there were. */
export type Visit = { id: string; count: number };

/** How many live blogs are remembered. */
const MOST = 50;

const VisitsSchema = v.fallback(v.array(v.tuple([v.string(), v.object({ id: v.string(), count: v.number() })])), []);

const visits = deviceValue(
  () => `${cachePrefix(address().base)}live${address().prefix}`,
  (found) => v.parse(VisitsSchema, found),
);

/** The reader's last visit to a live blog, on this device. */
export const lastVisit = (slug: string): Visit | undefined => visits.read().find(([visited]) => visited === slug)?.[1];

export function noteVisit(slug: string, visit: Visit): void {
  const others = visits.read().filter(([visited]) => visited !== slug);
  visits.keep([[slug, visit], ...others].slice(0, MOST));
}

/** @param slugs of the live blogs to forget; undefined forgets all */
export function forgetVisits(slugs?: string[]): void {
  visits.keep(slugs && visits.read().filter(([visited]) => !slugs.includes(visited)));
}
