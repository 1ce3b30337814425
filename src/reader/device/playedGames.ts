import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../edition/address.ts";
import { deviceValue } from "./deviceValue.ts";

/** How many games are remembered: a year of them is some 100 kB. */
const MOST = 400;

/** The state of each game by its id, and when it last changed. */
const GamesSchema = v.record(v.string(), v.object({ at: v.number(), state: v.unknown() }));

const none: v.InferOutput<typeof GamesSchema> = {};
const games = deviceValue(
  () => `${cachePrefix(address().base)}games`,
  (found) => v.parse(v.fallback(GamesSchema, none), found),
);

/** What the device knows of all games. A component asks for its own with `stateOf`. */
export const usePlayedGames = games.use;

/** The state of a game as it was kept; undefined if it has none. */
export const stateOf = (played: typeof none, id: string): unknown => (Object.hasOwn(played, id) ? played[id]?.state : undefined);

/** Keeps the state of a game on the device; undefined forgets it. The games that were not played for the longest time are forgotten. */
export function keepGame(id: string, state: unknown): void {
  const { [id]: _, ...others } = games.read();
  const latest = Object.entries(others)
    .toSorted(([, one], [, other]) => other.at - one.at)
    .slice(0, MOST - 1);
  games.keep({ ...Object.fromEntries(latest), ...(state !== undefined && { [id]: { at: Date.now(), state } }) });
}
