import { milliseconds } from "#content/instant.ts";
import type { Moment } from "./moment.ts";
import type { Release } from "./release.ts";

/** The time of a build, in milliseconds; with `future`, stories dated later are published too. */
export type BuildTime = { now: number; future?: boolean | undefined };

/** Why readers may not see a story, as a full sentence; `due` is when they may, in milliseconds, if that is known. */
export type KeptBack = { reason: string; due?: number };

/** The file of the story or page that is kept back at an address; undefined if there is none, or if something else is public there. */
export type KeptBackAt = (url: string) => string | undefined;

/**
 * Where a link in the settings leads: `back` is the file of what is kept back there. Undefined for the file of a story that is not
 * published.
 */
export type LinkInSettings = (url: string) => { url: string } | { back: string } | undefined;

/**
 * Why readers may not see a story at the time of a build; undefined if they may.
 * The only place that decides this, for every source.
 */
export function keptBack({ held, moments = [] }: Release, { now, future = false }: BuildTime): KeptBack | undefined {
  if (held !== undefined) return { reason: held };
  const ends = expiryOf({ moments });
  const [expiry] = sorted(moments.filter(({ type }) => type === "expiry"));
  if (expiry && milliseconds(expiry.at) <= now) return { reason: `It has expired (${expiry.field}: ${expiry.written}).` };
  const last = sorted(
    moments.filter(({ type, at }) => milliseconds(at) > now && (type === "embargo" || (type === "release" && !future))),
  ).at(-1);
  if (!last) return undefined;
  const due = milliseconds(last.at);
  return { reason: sentence(last), ...((ends === undefined || due < ends) && { due }) };
}

/** When a public story expires, in milliseconds. */
export function expiryOf({ moments = [] }: Pick<Release, "moments">): number | undefined {
  const [expiry] = sorted(moments.filter(({ type }) => type === "expiry"));
  return expiry && milliseconds(expiry.at);
}

const sorted = (moments: Moment[]): Moment[] => moments.toSorted((a, b) => milliseconds(a.at) - milliseconds(b.at));

function sentence({ type, field, written }: Moment): string {
  if (type === "embargo") return `It is under embargo (${field}: ${written}).`;
  const name = field === "datePublished" ? "date" : field;
  return `Its ${name} is in the future (${written}); --future publishes it.`;
}
