import type * as v from "valibot";
import { type HeldKey, HeldKeySchema, type NewKey, type PasskeySlotSchema } from "#content/library/sync.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { postApi, readApi } from "../../../data/api.ts";
import { library } from "../../../data/library/library.ts";
import { keepKey, ownKey } from "../sync/deviceKey.ts";
import { startOver } from "../sync/ledger.ts";
import { isRestored, keyAfterRestore, type LibraryKey, newKey, openedKey, unwrap, wrap, wrapTaken } from "../sync/libraryKey.ts";
import { syncOnce, withSyncLock } from "../sync/syncOnce.ts";
import { noteSync } from "../sync/syncState.ts";
import { askPrf } from "./askPrf.ts";
import { type Phrase, readPhrase } from "./recoveryPhrase.ts";

/** The account's key as the server holds it, and the one that this device has for the account, if any. They may differ. */
export type Keys = { account: string; held: HeldKey; own: LibraryKey | undefined };

/** @throws ApiError */
export async function readKeys(signal: AbortSignal): Promise<Keys> {
  const [{ account, key }, own] = await Promise.all([readApi("library/key", HeldKeySchema, signal), ownKey()]);
  return { account, held: key, own: own?.account === account ? own : undefined };
}

type Making = {
  phrase: Phrase;
  /** The id of the account's key until now. */
  expects: string | null;
  /** This device's key, whose records stay readable. */
  before: LibraryKey | undefined;
  /** Whether to delete from the account what only other keys open. */
  forget: boolean;
};

/** The key of each phrase, so that sending it again sends the same key. */
const made = new WeakMap<Phrase, LibraryKey>();

/** Makes a key for the account and this device. Succeeds too if it was made before, but the answer was lost. @throws ApiError */
export async function makeKey({ phrase, expects, before, forget }: Making): Promise<LibraryKey> {
  const key = made.get(phrase) ?? (before && isRestored(before, expects) ? keyAfterRestore(before, expects) : newKey(before));
  made.set(phrase, key);
  const body: NewKey = {
    expects,
    id: key.id,
    phrase: await wrap(key.secret, phrase.secret, "recovery phrase", key.id),
    earlier: await wrapTaken(key),
    forget,
  };
  await postApi("library/key", body).catch(async (error: unknown) => {
    const isLate = error instanceof ApiError && error.code === "key-changed";
    if (!isLate || (await readKeys(new AbortController().signal)).held?.id !== key.id) throw error;
  });
  return key;
}

/** Opens the account's key with its recovery phrase. @throws ApiError if the phrase is wrong */
export async function openByPhrase(held: NonNullable<HeldKey>, text: string): Promise<LibraryKey> {
  const secret = await unwrap(held.phrase, readPhrase(text), "recovery phrase", held.id);
  if (secret === undefined) throw new ApiError("phrase-wrong");
  return openedKey(held.id, secret, held.earlier);
}

/** Opens the account's key with one of the passkeys that can. @throws ApiError */
export async function openByPasskey(held: NonNullable<HeldKey>): Promise<LibraryKey> {
  const { passkey, secret: answer } = await askPrf(held.passkeys.map(({ id }) => id));
  const wrapped = held.passkeys.find(({ id }) => id === passkey)?.wrapped ?? "";
  const secret = await unwrap(wrapped, answer, "passkey", held.id);
  if (secret === undefined) throw new ApiError("passkey-no-prf");
  return openedKey(held.id, secret, held.earlier);
}

/** Lets a passkey of the account open its key. @param passkeys ids of the account's passkeys @throws ApiError */
export async function giveToPasskey({ id, secret }: LibraryKey, passkeys: string[]): Promise<void> {
  const { passkey, secret: answer } = await askPrf(passkeys);
  const slot: v.InferOutput<typeof PasskeySlotSchema> = { key: id, passkey, wrapped: await wrap(secret, answer, "passkey", id) };
  await postApi("library/key/passkey", slot);
}

/**
 * Stores a key on this device, and syncs with it.
 * @param anyAccount whether the library may move to another account, as when sync is switched on
 */
export async function installKey(key: LibraryKey, anyAccount: boolean): Promise<void> {
  await withSyncLock(async () => {
    const database = await library().database();
    if (!database) return;
    if (anyAccount) await startOver(database);
    await keepKey(database, key);
  });
  noteSync({});
  void syncOnce(true);
}
