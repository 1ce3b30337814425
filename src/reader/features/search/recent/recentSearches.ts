import * as v from "valibot";
import { deviceValue } from "../../../device/deviceValue.ts";
import { currentSettings } from "../../settings/settingsStore.ts";

/** How many are offered again. */
const MOST = 8;

const schema = v.fallback(v.array(v.string()), []);
const kept = deviceValue(
  () => "broadsheet-searches",
  (found) => v.parse(schema, found),
);

/** The queries that this reader looked for, the last one first. */
export const useLastSearches = kept.use;

/** A query that led somewhere: it was sent off, or one of its hits was opened. Not kept where the reader does not want it. */
export function rememberSearch(query: string): void {
  if (query === "" || currentSettings().searches === "off") return;
  kept.keep([query, ...kept.read().filter((other) => other !== query)].slice(0, MOST));
}

export function clearSearches(): void {
  kept.keep(undefined);
}
