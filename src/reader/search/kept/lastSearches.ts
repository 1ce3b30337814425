import * as v from "valibot";
import { currentSettings } from "../../settings/settingsStore.ts";
import { deviceStore } from "./deviceStore.ts";

/** How many are offered again. */
const MOST = 8;

const store = deviceStore("broadsheet-searches", v.string());

/** The queries that this reader looked for, the last one first. */
export const useLastSearches = store.use;

/** A query that led somewhere: it was sent off, or one of its hits was opened. Not kept where the reader does not want it. */
export function rememberSearch(query: string): void {
  if (query === "" || currentSettings().searches === "off") return;
  store.change((before) => [query, ...before.filter((other) => other !== query)].slice(0, MOST));
}

export function clearSearches(): void {
  store.change(() => []);
}
