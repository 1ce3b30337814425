import { sql } from "kysely";
import type { Database } from "../database/tables.ts";
import { Problem } from "../problemResponse.ts";

/** Roughly the bytes of a record's key, stamp and index entry. They are counted so that removed records are not free. */
export const RECORD_OVERHEAD = 200;

/** The bytes of a value. Both databases store the length, and need not read the value. */
export const sizeOf = sql<number>`octet_length(value)`.as("size");

/** Gives an account its next revision. This also serialises transactions that change its library. */
export async function nextRevision(transaction: Database, user: string, now: number) {
  return transaction
    .insertInto("library_revision")
    .values({ user_id: user, revision: now, records: 0, bytes: 0 })
    .onConflict((conflict) =>
      conflict.column("user_id").doUpdateSet(({ eb }) => ({
        revision: eb
          .case()
          .when("library_revision.revision", "<", now)
          .then(now)
          .else(eb("library_revision.revision", "+", 1))
          .end(),
      })),
    )
    .returning(["revision", "records", "bytes"])
    .executeTakeFirstOrThrow();
}

export const keyRequired = (): Problem => new Problem(409, "key-needed", "The device must encrypt what it syncs.");

/**
 * @param key the id of the device's key; undefined if it has none
 * @returns the id of the account's key
 * @throws Problem 409 if the two differ, or there is no key to seal with
 */
export async function requireKey(db: Database, user: string, key: string | undefined, { orNone = false } = {}): Promise<string> {
  const held = await db.selectFrom("account_key").select("id").where("user_id", "=", user).executeTakeFirst();
  if (held?.id !== key) throw new Problem(409, "key-changed", "The account has a different key. Open the library with it first.");
  if (key === undefined && !orNone) throw keyRequired();
  return key ?? "";
}
