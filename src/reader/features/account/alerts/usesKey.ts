import { toBase64url } from "#content/base64url.ts";

/**
 * Whether a push subscription was made with this key, so that the server can push to it. True if the browser does not tell.
 * @param key the public key, in base64url without padding (RFC 8292)
 */
export function usesKey({ options }: Pick<PushSubscription, "options">, key: string): boolean {
  const { applicationServerKey } = options;
  if (!applicationServerKey) return true;
  return toBase64url(applicationServerKey) === key;
}
