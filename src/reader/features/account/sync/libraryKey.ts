import * as v from "valibot";
import type { Sealed } from "#content/library/sync.ts";
import { fromBase64url, toBase64url } from "#content/base64url.ts";

const SecretsSchema = v.record(v.string(), v.string());

/** What is accepted from the server besides records of the present key: those of earlier keys (secrets by id), and unencrypted ones. */
const TakenSchema = v.object({ earlier: SecretsSchema, plain: v.boolean() });

type Taken = v.InferOutput<typeof TakenSchema>;

/**
 * The key of an account's library on a device that can open it: its id on the
 * server, and the secret (32 bytes in base64url). At first it also accepts what
 * was stored before it. Once all of that is encrypted again, nothing else is accepted:
 * otherwise whoever controls the server could pass off forged records for ever.
 * `retired` are keys that are no longer accepted; a backup may bring one back.
 * `shared` is whether the server's copy says the same. All of this is stored beside
 * the library itself, which is not encrypted on the device, only when it leaves it.
 */
export const LibraryKeySchema = v.object({
  id: v.string(),
  secret: v.string(),
  ...TakenSchema.entries,
  retired: SecretsSchema,
  shared: v.boolean(),
  /** The server's id of the account whose library it opens. */
  account: v.optional(v.string()),
});

export type LibraryKey = v.InferOutput<typeof LibraryKeySchema>;

/** A new key. @param before the key that it replaces, whose records it can still open */
export function newKey(before?: LibraryKey): LibraryKey {
  const earlier = before ? { ...before.earlier, [before.id]: before.secret } : {};
  const { plain = true, retired = {}, account } = before ?? {};
  return { id: toBase64url(random(16)), secret: toBase64url(random(32)), earlier, plain, retired, shared: true, account };
}

/** Whether the server holds no key, or one that this key has replaced: then it was restored from a backup. */
export const isRestored = ({ earlier, retired }: LibraryKey, held: string | null): boolean =>
  held === null || Object.hasOwn({ ...earlier, ...retired }, held);

/** A new key to replace the one, if any, that a restored backup has brought back. It again accepts records older than `own`. */
export function keyAfterRestore(own: LibraryKey, held: string | null): LibraryKey {
  const key = newKey(own);
  return { ...key, earlier: { ...own.retired, ...key.earlier }, plain: own.plain || held === null };
}

/** The same key once everything is encrypted with it. */
export function settled(key: LibraryKey): LibraryKey {
  if (!key.plain && Object.keys(key.earlier).length === 0) return key;
  return { ...key, earlier: {}, plain: false, retired: { ...key.retired, ...key.earlier }, shared: false };
}

/** What the server keeps with a key for other devices: encrypted with it, so that it cannot be forged. */
export const wrapTaken = ({ id, secret, earlier, plain }: LibraryKey): Promise<string> =>
  wrap(JSON.stringify({ earlier, plain } satisfies Taken), secret, "earlier keys", id);

/** A key that a device has opened. If `taken` was tampered with, it accepts only its own records. */
export async function openedKey(id: string, secret: string, taken: string): Promise<LibraryKey> {
  const text = await unwrap(taken, secret, "earlier keys", id);
  const { earlier, plain } = v.parse(
    v.fallback(TakenSchema, { earlier: {}, plain: false }),
    text === undefined ? undefined : JSON.parse(text),
  );
  return { id, secret, earlier, plain, retired: {}, shared: true };
}

/** A decrypted record. A newer version of the app may have encrypted it, and its kind may be unknown to this one. */
const OpenedSchema = v.object({ kind: v.string(), id: v.string(), stamp: v.string(), value: v.unknown() });

export type Opened = v.InferOutput<typeof OpenedSchema>;

/** Encrypts and decrypts records. `open` returns undefined for a record whose key is not accepted, or that was tampered with. */
export type Sealer = {
  seal: (record: Opened) => Promise<Sealed>;
  open: (sealed: Sealed & { key: string }) => Promise<Opened | undefined>;
};

export function sealerOf({ id, secret, earlier }: LibraryKey): Sealer {
  const names = derive(secret, "library ids", { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign"]);
  const ciphers = new Map<string, Promise<CryptoKey>>();
  const cipherOf = (key: string): Promise<CryptoKey> | undefined => {
    const from = key === id ? secret : earlier[key];
    if (from !== undefined && !ciphers.has(key)) ciphers.set(key, cipher(from, "library values"));
    return ciphers.get(key);
  };
  return {
    seal: async ({ kind, id: recordId, stamp, value }) => {
      const name = toBase64url(await crypto.subtle.sign("HMAC", await names, bytesOf(`${kind}/${recordId}`)));
      return { id: name, stamp, value: await encrypt(cipherOf(id), padded({ kind, id: recordId, value }), bound(id, name, stamp)) };
    },
    open: async ({ id: name, stamp, value, key }) => {
      try {
        const text = await decrypt(cipherOf(key), value, bound(key, name, stamp));
        return v.parse(OpenedSchema, { ...v.parse(InnerSchema, JSON.parse(text)), stamp });
      } catch {
        return undefined;
      }
    },
  };
}

const InnerSchema = v.looseObject({});

/** Binds a value to its id and its stamp: the server can neither swap two values nor pass off an old one as new. */
const bound = (key: string, name: string, stamp: string): string => `${key} ${name} ${stamp}`;

/** Records are padded to a multiple of this many bytes, so that their length reveals little. */
const STEP = 256;

/** As JSON, padded with spaces. */
function padded(inner: object): Uint8Array<ArrayBuffer> {
  const text = bytesOf(JSON.stringify(inner));
  const filled = new Uint8Array(Math.ceil(text.length / STEP) * STEP).fill(0x20);
  filled.set(text);
  return filled;
}

/** What a secret may encrypt besides records. Each use has a key of its own. */
type Wrapping = "recovery phrase" | "passkey" | "earlier keys";

/** Encrypts a text for the server to hold. @param secret of a phrase, a passkey or a key, in base64url */
export const wrap = (text: string, secret: string, use: Wrapping, key: string): Promise<string> =>
  encrypt(cipher(secret, use), bytesOf(text), `${use} ${key}`);

/** @returns undefined if it was encrypted with another secret, or for another key */
export const unwrap = (wrapped: string, secret: string, use: Wrapping, key: string): Promise<string | undefined> =>
  decrypt(cipher(secret, use), wrapped, `${use} ${key}`).catch(() => undefined);

/** HKDF with SHA-256 (RFC 5869): the secret is random, so it needs no salt and no stretching. */
async function derive(
  secret: string,
  use: string,
  algorithm: AesDerivedKeyParams | HmacImportParams,
  uses: KeyUsage[],
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", fromBase64url(secret), "HKDF", false, ["deriveKey"]);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: bytesOf(`broadsheet ${use}`) };
  return crypto.subtle.deriveKey(hkdf, base, algorithm, false, uses);
}

const cipher = (secret: string, use: string): Promise<CryptoKey> =>
  derive(secret, use, { name: "AES-GCM", length: 256 }, ["encrypt", "decrypt"]);

/** The bytes of an AES-GCM nonce (NIST SP 800-38D, section 8.2.2: random, as one key encrypts far fewer than 2^32 texts). */
const NONCE = 12;

async function encrypt(key: Promise<CryptoKey> | undefined, text: Uint8Array<ArrayBuffer>, boundTo: string): Promise<string> {
  if (!key) throw new Error("There is no key to encrypt with.");
  const iv = random(NONCE);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytesOf(boundTo) }, await key, text);
  const whole = new Uint8Array(NONCE + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), NONCE);
  return toBase64url(whole);
}

async function decrypt(key: Promise<CryptoKey> | undefined, sealed: string, boundTo: string): Promise<string> {
  if (!key) throw new Error("The key is not known.");
  const whole = fromBase64url(sealed);
  const gcm = { name: "AES-GCM", iv: whole.subarray(0, NONCE), additionalData: bytesOf(boundTo) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(gcm, await key, whole.subarray(NONCE)));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
