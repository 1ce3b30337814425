import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { deviceValue } from "../../../device/deviceValue.ts";
import { address } from "../../../edition/address.ts";

/**
 * How the sync of this device stands: when it last came to its end, in milliseconds since 1970, and why it did not since.
 * `unopened` counts what came from the account and could not be decrypted, `newer` what only a newer version of the app can read.
 */
const StateSchema = v.object({
  at: v.optional(v.number()),
  trouble: v.optional(v.string()),
  unopened: v.optional(v.number()),
  newer: v.optional(v.number()),
});

export type SyncState = v.InferOutput<typeof StateSchema>;

const state = deviceValue<SyncState | undefined>(
  () => `${cachePrefix(address().base)}sync`,
  (found) => (found === undefined ? undefined : v.parse(v.fallback(StateSchema, {}), found)),
);

/** Undefined while the sync is off, as it is until the reader switches it on. The same in every tab. */
export const syncState = state.read;
export const useSyncState = state.use;
export const subscribeSync = state.subscribe;

/** Whether the sync goes on once this device has the account's key. */
export const lacksKey = (state: SyncState | undefined): boolean => state?.trouble === "key-needed" || state?.trouble === "key-changed";

/** @param next undefined switches the sync off */
export const noteSync = (next: SyncState | undefined): void => state.keep(next);
