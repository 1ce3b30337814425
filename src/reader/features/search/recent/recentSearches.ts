import * as v from "valibot";
import { deviceValue } from "../../../device/deviceValue.ts";
import { currentSettings } from "../../settings/settingsStore.ts";

/** How many recent searches are kept. */
const MOST = 8;

const schema = v.fallback(v.array(v.string()), []);
const kept = deviceValue(
  () => "broadsheet-searches",
  (found) => v.parse(schema, found),
);

/** The reader's recent queries, the latest first. */
export const useRecentSearches = kept.use;

/** Keeps a query that was submitted, or whose hit was opened, unless the reader has switched that off. */
export function rememberSearch(query: string): void {
  if (query === "" || currentSettings().searches === "off") return;
  kept.keep([query, ...kept.read().filter((other) => other !== query)].slice(0, MOST));
}

export function clearSearches(): void {
  kept.keep(undefined);
}
