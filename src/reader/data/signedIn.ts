import { deviceValue } from "../device/deviceValue.ts";
import { signedInKey } from "./signedInKey.ts";

/**
 * Whether this browser was signed in when the server was last asked, so that a
 * page need not ask it to say "Account" in its masthead. Only a hint: what may
 * be seen is for the server to decide.
 */
const hint = deviceValue(
  () => signedInKey,
  (found) => found !== undefined,
);

export const useSignedIn = hint.use;

export function noteSignedIn(signedIn: boolean): void {
  hint.keep(signedIn || undefined);
}

/** Says it on <html>, as the early script did before the first paint. */
export function showSignedIn(): void {
  document.documentElement.toggleAttribute("data-in", hint.read());
}
