import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { deviceValue } from "../../../device/deviceValue.ts";
import { address } from "../../../edition/address.ts";

/**
 * The status of sync on this device: when it last completed, in milliseconds since 1970, and why it has failed since.
 * `unopened` counts records from the account that could not be decrypted, `newer` those that need a newer version of the app.
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

/** Undefined while sync is off, as it is until the reader switches it on. The same in every tab. */
export const syncState = state.read;
export const useSyncState = state.use;
export const subscribeSync = state.subscribe;

/** Whether sync is waiting for this device to have the account's key. */
export const lacksKey = (state: SyncState | undefined): boolean => state?.trouble === "key-needed" || state?.trouble === "key-changed";

/** @param next undefined switches sync off */
export const noteSync = (next: SyncState | undefined): void => state.keep(next);
