import type { Deployed } from "./deployed.ts";
import type { SentFile } from "./sentFiles.ts";

/** What a deployment does: the files to send in their order, the keys to remove now, and those to remove later. */
export type Plan = { send: SentFile[]; remove: string[]; late: string[]; changesNothing: boolean };

/** How long a file of the app stays after the site has dropped it. */
const STAYS_MS = 24 * 60 * 60 * 1000;

/**
 * Compares a site with what its target has. Open pages may still load parts of the app that they began with, so these stay for a day.
 * Everything else goes at once: it may have words of a story that was withdrawn.
 * @param now in milliseconds
 */
export function plan(files: SentFile[], { files: there, later }: Deployed, now: number): Plan {
  const keys = new Set(files.map(({ key }) => key));
  const send = files.filter(({ key, hash }) => there[key] !== hash).toSorted((a, b) => a.turn - b.turn);
  const gone = Object.keys({ ...there, ...later }).filter((key) => !keys.has(key));
  const isLate = (key: string): boolean => OF_APP.test(key) && now - (Date.parse(later[key] ?? "") || now) < STAYS_MS;
  const [late, remove] = [gone.filter(isLate), gone.filter((key) => !isLate(key))];
  const isNoted = late.every((key) => key in later) && Object.keys(later).length === late.length;
  return { send, remove, late, changesNothing: send.length === 0 && remove.length === 0 && isNoted };
}

const OF_APP = /^assets\//u;
