import type { HeldKey, KeptEarlier, NewKey } from "#content/library/sync.ts";
import type { Database } from "../database/tables.ts";
import { Problem } from "../problemResponse.ts";
import { nextRevision, RECORD_OVERHEAD, requireKey, sizeOf } from "./accountLibrary.ts";

/** The key of an account, as encrypted by its devices; null if its library has never been synced encrypted. */
export async function keyOfAccount(db: Database, user: string): Promise<HeldKey> {
  const key = await db.selectFrom("account_key").select(["id", "phrase", "earlier"]).where("user_id", "=", user).executeTakeFirst();
  if (key === undefined) return null;
  const passkeys = await db
    .selectFrom("passkey")
    .select(["id", "library_key as wrapped"])
    .where("user_id", "=", user)
    .where("library_key", "is not", null)
    .$narrowType<{ wrapped: string }>()
    .execute();
  return { ...key, passkeys };
}

/**
 * Makes a key the present one of an account. Records sealed with earlier keys stay
 * for devices that can read them, unless `forget` is set. No passkey opens the new
 * key until it is given it.
 * @param now milliseconds since 1970
 * @throws Problem 409 if another device has changed the key meanwhile
 */
export async function changeKey(db: Database, user: string, { expects, forget, ...key }: NewKey, now: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const held = await nextRevision(transaction, user, now);
    await requireKey(transaction, user, expects ?? undefined, { orNone: true });
    await transaction
      .insertInto("account_key")
      .values({ user_id: user, ...key })
      .onConflict((conflict) => conflict.column("user_id").doUpdateSet(key))
      .execute();
    await transaction.updateTable("passkey").set({ library_key: null }).where("user_id", "=", user).execute();
    if (!forget) return;
    const gone = await transaction
      .deleteFrom("library")
      .where("user_id", "=", user)
      .where("sealed_by", "not in", ["", key.id])
      .returning(sizeOf)
      .execute();
    const bytes = gone.reduce((sum, { size }) => sum + size + RECORD_OVERHEAD, 0);
    await transaction
      .updateTable("library_revision")
      .set({ records: held.records - gone.length, bytes: held.bytes - bytes })
      .where("user_id", "=", user)
      .execute();
  });
}

/**
 * Stores the earlier keys that devices with the account's key still need.
 * @throws Problem 409 if the account has another key
 */
export async function keepEarlier(db: Database, user: string, { key, earlier }: KeptEarlier): Promise<void> {
  const kept = await db.updateTable("account_key").set({ earlier }).where("user_id", "=", user).where("id", "=", key).executeTakeFirst();
  if (kept.numUpdatedRows === 0n) await requireKey(db, user, key);
}

/**
 * Lets a passkey open the account's key.
 * @throws Problem 404 if the account has no such passkey, 409 if it has another key
 */
export async function keepForPasskey(db: Database, user: string, slot: { key: string; passkey: string; wrapped: string }): Promise<void> {
  await requireKey(db, user, slot.key);
  const { numUpdatedRows } = await db
    .updateTable("passkey")
    .set({ library_key: slot.wrapped })
    .where("user_id", "=", user)
    .where("id", "=", slot.passkey)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem(404, "no-passkey", "There is no such passkey.");
}
