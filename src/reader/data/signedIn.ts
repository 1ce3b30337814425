import { deviceValue } from "../device/deviceValue.ts";
import { signedInKey } from "./signedInKey.ts";

/**
 * Whether this browser was signed in when the server was last asked, so that a
 * page can show "Account" in its masthead without asking. Only a hint: the server
 * decides what may be seen.
 */
const hint = deviceValue(
  () => signedInKey,
  (found) => found !== undefined,
);

export const useSignedIn = hint.use;
export const isSignedIn = hint.read;

export function noteSignedIn(signedIn: boolean): void {
  hint.keep(signedIn || undefined);
}

/** Sets the hint on <html>, as the early script did before the first paint. */
export function showSignedIn(): void {
  document.documentElement.toggleAttribute("data-in", hint.read());
}
