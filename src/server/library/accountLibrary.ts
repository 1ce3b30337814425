import { sql } from "kysely";
import type { Database } from "../database/tables.ts";
import { Problem } from "../problem.ts";

/** About what key, stamp and index take. Without it a record that was taken away would weigh nothing. */
export const AROUND = 200;

/** Bytes of a value. They stand beside it: neither database reads the value for them. */
export const sizeOf = sql<number>`octet_length(value)`.as("size");

/** Gives an account its next revision. Also makes those follow one another that change its library. */
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

export const keyNeeded = (): Problem => new Problem(409, "key-needed", "The device must encrypt what it syncs.");

/**
 * @param key that a device holds; undefined where it holds none
 * @returns the key of the account
 * @throws Problem 409 where it is another one, or there is none to seal with
 */
export async function requireKey(db: Database, user: string, key: string | undefined, { orNone = false } = {}): Promise<string> {
  const held = await db.selectFrom("account_key").select("id").where("user_id", "=", user).executeTakeFirst();
  if (held?.id !== key) throw new Problem(409, "key-changed", "The account has a different key. Open the library with it first.");
  if (key === undefined && !orNone) throw keyNeeded();
  return key ?? "";
}
