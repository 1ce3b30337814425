import * as v from "valibot";
import { storedItem, storeItem } from "../../../store/storage.ts";

/** What of a live blog the reader had before them when they were there: its newest post, and how many there were. */
export type Visit = { id: string; count: number };

const KEY = "broadsheet-live";

/** How many live blogs are remembered. */
const MOST = 50;

const VisitsSchema = v.array(v.tuple([v.string(), v.object({ id: v.string(), count: v.number() })]));

/** When this reader was there before, on this device. */
export const lastVisit = (slug: string): Visit | undefined => visits().find(([each]) => each === slug)?.[1];

export function noteVisit(slug: string, visit: Visit): void {
  const others = visits().filter(([each]) => each !== slug);
  storeItem("localStorage", KEY, JSON.stringify([[slug, visit], ...others].slice(0, MOST)));
}

function visits(): [string, Visit][] {
  try {
    return v.parse(VisitsSchema, JSON.parse(storedItem("localStorage", KEY) ?? "[]"));
  } catch {
    return [];
  }
}
