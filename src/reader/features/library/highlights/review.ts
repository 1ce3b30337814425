import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../../edition/address.ts";
import { deviceValue } from "../../../device/deviceValue.ts";
import type { Mark } from "./changeMark.ts";

/** How many highlights are reviewed on one day. */
const A_DAY = 5;

/** Days until the first review of a highlight, the second, and so on. After the last, it is considered known. */
const INTERVALS = [1, 3, 7, 21, 60, 180];

const DAY = 24 * 60 * 60_000;

/** How often each highlight was reviewed, and when last, by its id. */
const ReviewsSchema = v.record(v.string(), v.object({ times: v.number(), at: v.number() }));

const reviews = deviceValue(
  () => `${cachePrefix(address().base)}reviews`,
  (found) => v.parse(v.fallback(ReviewsSchema, {}), found),
);

export const useReviews = reviews.use;

export type Reviews = v.InferOutput<typeof ReviewsSchema>;

/**
 * The highlights to review now, the most overdue first: of all that are due, as many as the day has left.
 * @param now in milliseconds, as Date.now
 */
export function dueMarks(marks: readonly [string, Mark][], seen: Reviews, now: number): [string, Mark][] {
  const today = Object.values(seen).filter(({ at }) => isSameDay(at, now)).length;
  const overdue = ([id, { madeAt }]: readonly [string, Mark]) => {
    const { times, at } = seen[id] ?? { times: 0, at: madeAt };
    const days = INTERVALS[times];
    return days === undefined ? -1 : (now - at) / (days * DAY);
  };
  const due = marks.filter((mark) => overdue(mark) >= 1).toSorted((a, b) => overdue(b) - overdue(a));
  return due.slice(0, Math.max(0, A_DAY - today));
}

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

/** Notes that a highlight was reviewed. @param marks all highlights; reviews of any others are dropped */
export function noteReview(id: string, marks: readonly [string, Mark][], now: number): void {
  const seen = reviews.read();
  const kept = marks.flatMap(([markId]) => (seen[markId] ? [[markId, seen[markId]] as const] : []));
  reviews.keep({ ...Object.fromEntries(kept), [id]: { times: (seen[id]?.times ?? 0) + 1, at: now } });
}
