import { ECDH } from "node:crypto";
import { isIP } from "node:net";

/** Host names of private networks (RFC 6761, RFC 6762, RFC 8375), and names without a dot. */
const PRIVATE_NAME = /^[^.]+$|\.(?:localhost|local|internal|lan|intranet|home\.arpa|test|invalid|example|onion)$/u;

/**
 * Whether an address may be the endpoint of a push subscription. This refuses what can
 * never be a push service; pushTo.ts checks what the name resolves to when it connects.
 * @param own origins that the operator has allowed
 */
export function isPushEndpoint(endpoint: string, own: string[]): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "") return false;
  if (own.includes(url.origin)) return true;
  const host = url.hostname.replace(/\.$/u, "");
  return url.protocol === "https:" && url.port === "" && isIP(host.replace(/^\[|\]$/gu, "")) === 0 && !PRIVATE_NAME.test(host);
}

/** Whether messages can be encrypted for a key: it must be a point on the curve (RFC 8291, section 2). */
export function isPushKey(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, "prime256v1", "base64url");
    return true;
  } catch {
    return false;
  }
}
