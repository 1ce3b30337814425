import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { deviceValue } from "../device/deviceValue.ts";
import { address } from "../edition/address.ts";

const StateSchema = v.object({ at: v.number(), until: v.nullable(v.number()) });

/**
 * That this device has pass phrases which the reader's account was given as a member: when the server was last asked, and until when it
 * said, both in milliseconds since 1970.
 */
export const accountMembership = deviceValue(
  () => `${cachePrefix(address().base)}membership`,
  (found) => (found === undefined ? undefined : v.parse(v.fallback(StateSchema, { at: 0, until: 0 }), found)),
);
