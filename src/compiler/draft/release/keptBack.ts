import { milliseconds } from "#content/instant.ts";
import type { Moment } from "./moment.ts";
import type { Release } from "./release.ts";

/** When a build is made, in milliseconds; with `future` it publishes what is dated later, too. */
export type BuildTime = { now: number; future?: boolean | undefined };

/** Why readers may not see a story, as a full sentence; `due` is when they may, in milliseconds, where that is known. */
export type KeptBack = { reason: string; due?: number };

/** The file of what is kept back at an address; undefined for any other, and for one at which something is that readers may see. */
export type KeptBackAt = (url: string) => string | undefined;

/**
 * Whether readers may see a story at the time of a build: undefined when they
 * may. The only place that decides it, for every source.
 */
export function keptBack({ held, moments = [] }: Release, { now, future = false }: BuildTime): KeptBack | undefined {
  if (held !== undefined) return { reason: held };
  const ends = endOf({ moments });
  const [expiry] = sorted(moments.filter(({ type }) => type === "expiry"));
  if (expiry && milliseconds(expiry.at) <= now) return { reason: `It has expired (${expiry.field}: ${expiry.written}).` };
  const last = sorted(
    moments.filter(({ type, at }) => milliseconds(at) > now && (type === "embargo" || (type === "release" && !future))),
  ).at(-1);
  if (!last) return undefined;
  const due = milliseconds(last.at);
  return { reason: sentence(last), ...((ends === undefined || due < ends) && { due }) };
}

/** When a story that is public goes, in milliseconds. */
export function endOf({ moments = [] }: Pick<Release, "moments">): number | undefined {
  const [expiry] = sorted(moments.filter(({ type }) => type === "expiry"));
  return expiry && milliseconds(expiry.at);
}

const sorted = (moments: Moment[]): Moment[] => moments.toSorted((a, b) => milliseconds(a.at) - milliseconds(b.at));

function sentence({ type, field, written }: Moment): string {
  if (type === "embargo") return `It is under embargo (${field}: ${written}).`;
  const name = field === "datePublished" ? "date" : field;
  return `Its ${name} is in the future (${written}); --future publishes it.`;
}
