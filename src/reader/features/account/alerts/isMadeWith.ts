/**
 * Whether a push subscription was made with a key, so that the server can push to it. Assumed where the browser does not say.
 * @param key public, in base64url without padding (RFC 8292)
 */
export function isMadeWith({ options }: Pick<PushSubscription, "options">, key: string): boolean {
  const { applicationServerKey } = options;
  if (!applicationServerKey) return true;
  const text = btoa(String.fromCharCode(...new Uint8Array(applicationServerKey)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === key;
}
