import { cachePrefix } from "#content/kept.ts";
import { address } from "../address.ts";
import { deviceValue } from "../deviceValue.ts";

/**
 * Whether this browser was signed in when the server was last asked, so that a
 * page need not ask it to say "Account" in its masthead. Only a hint: what may
 * be seen is for the server to decide.
 */
const hint = deviceValue(
  () => `${cachePrefix(address().base)}signed-in`,
  (found) => found !== undefined,
);

export const useSignedIn = hint.use;

export function noteSignedIn(signedIn: boolean): void {
  hint.keep(signedIn || undefined);
}
