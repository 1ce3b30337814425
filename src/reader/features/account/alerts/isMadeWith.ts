import { toBase64url } from "../base64url.ts";

/**
 * Whether a push subscription was made with a key, so that the server can push to it. Assumed where the browser does not say.
 * @param key public, in base64url without padding (RFC 8292)
 */
export function isMadeWith({ options }: Pick<PushSubscription, "options">, key: string): boolean {
  const { applicationServerKey } = options;
  if (!applicationServerKey) return true;
  return toBase64url(applicationServerKey) === key;
}
