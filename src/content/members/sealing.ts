/** Bytes that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** In bytes, of AES-GCM (NIST SP 800-38D, section 5.2.1.1). */
const IV_LENGTH = 12;

/**
 * Encrypts with AES-256-GCM.
 * @param iv 12 bytes that are never used with this key for other bytes: a MAC of them, so that the same bytes give the same file
 */
export async function seal(key: Bytes, bytes: Bytes, iv: Bytes): Promise<Bytes> {
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, aes, bytes));
  return joined(iv, sealed);
}

/** Decrypts what `seal` has made. @throws if it was made with another key, or is damaged */
export async function unseal(key: Bytes, sealed: Bytes): Promise<Bytes> {
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  const iv = sealed.slice(0, IV_LENGTH);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, aes, sealed.slice(IV_LENGTH)));
}

/** Encrypts a key with another, by AES-KW (RFC 3394), which needs no IV. */
export async function wrapKey(key: Bytes, by: Bytes): Promise<Bytes> {
  const wrapping = await crypto.subtle.importKey("raw", by, "AES-KW", false, ["wrapKey"]);
  const wrapped = await crypto.subtle.importKey("raw", key, "AES-GCM", true, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.wrapKey("raw", wrapped, wrapping, "AES-KW"));
}

/** @returns undefined if it was wrapped with another key */
export async function unwrapKey(wrapped: Bytes, by: Bytes): Promise<Bytes | undefined> {
  const wrapping = await crypto.subtle.importKey("raw", by, "AES-KW", false, ["unwrapKey"]);
  try {
    const key = await crypto.subtle.unwrapKey("raw", wrapped, wrapping, "AES-KW", "AES-GCM", true, ["decrypt"]);
    return new Uint8Array(await crypto.subtle.exportKey("raw", key));
  } catch {
    return undefined;
  }
}

export function joined(...parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
