import type { Database, Tables } from "../database/tables.ts";
import { hashed } from "../hashed.ts";

/** A subscription that its reader has confirmed. `edition` is the prefix of the edition; times are milliseconds since 1970. */
export type Subscriber = { email: string; edition: string; since: number; bouncedAt: number | null };

/** Subscribes an address, whether it did before or not; who had left subscribes as of now. What was marked as undeliverable gets another try. */
export async function subscribe(db: Database, email: string, edition: string, now: number): Promise<void> {
  const row = { email, edition, since: now, bounced_at: null, left_at: null };
  await db
    .insertInto("newsletter_subscriber")
    .values({ recipient: hashed(email), ...row })
    .onConflict((conflict) =>
      conflict.column("recipient").doUpdateSet((before) => ({
        email,
        edition,
        since: before
          .case()
          .when("newsletter_subscriber.left_at", "is", null)
          .then(before.ref("newsletter_subscriber.since"))
          .else(before.ref("excluded.since"))
          .end(),
        bounced_at: null,
        left_at: null,
      })),
    )
    .execute();
}

/**
 * Ends a subscription. Only a hash of the address is kept, so that an import of an older list does not subscribe it again.
 * @returns the address, if it was subscribed
 */
export async function leave(db: Database, recipient: string, now: number): Promise<string | undefined> {
  const before = await ofRecipient(db, recipient);
  await db
    .insertInto("newsletter_subscriber")
    .values({ recipient, email: null, edition: "", since: now, bounced_at: null, left_at: now })
    .onConflict((conflict) => conflict.column("recipient").doUpdateSet({ email: null, bounced_at: null, left_at: now }))
    .execute();
  return before?.email ?? undefined;
}

/** What the export of an account says of the newsletter. */
export async function subscriptionOf(db: Database, email: string): Promise<{ edition: string; since: number } | null> {
  const found = await ofRecipient(db, hashed(email));
  return found?.email == null ? null : { edition: found.edition, since: found.since };
}

/** Deletes everything about an address, as with its account. */
export async function forgetSubscriber(db: Database, email: string): Promise<void> {
  await db.deleteFrom("newsletter_subscriber").where("recipient", "=", hashed(email)).execute();
}

const ofRecipient = (db: Database, recipient: string): Promise<Tables["newsletter_subscriber"] | undefined> =>
  db.selectFrom("newsletter_subscriber").selectAll().where("recipient", "=", recipient).executeTakeFirst();

/** All who are subscribed, in the order in which they subscribed. */
export async function subscribers(db: Database): Promise<Subscriber[]> {
  const rows = await db
    .selectFrom("newsletter_subscriber")
    .selectAll()
    .where("email", "is not", null)
    .orderBy("since")
    .orderBy("email")
    .execute();
  return rows.map(({ email, edition, since, bounced_at: bouncedAt }) => ({ email: email ?? "", edition, since, bouncedAt }));
}

/**
 * Adds subscribers from elsewhere. Those who are subscribed stay as they are, and those who have left stay away.
 * @returns how many were added, how many were there, and how many have left
 */
export async function addSubscribers(
  db: Database,
  added: Omit<Subscriber, "bouncedAt">[],
): Promise<{ added: number; there: number; left: number }> {
  const result = { added: 0, there: 0, left: 0 };
  await db.transaction().execute(async (transaction) => {
    for (const { email, edition, since } of added) {
      const recipient = hashed(email);
      const { numInsertedOrUpdatedRows: inserted = 0n } = await transaction
        .insertInto("newsletter_subscriber")
        .values({ recipient, email, edition, since, bounced_at: null, left_at: null })
        .onConflict((conflict) => conflict.column("recipient").doNothing())
        .executeTakeFirst();
      if (inserted > 0n) result.added += 1;
      else if ((await ofRecipient(transaction, recipient))?.left_at == null) result.there += 1;
      else result.left += 1;
    }
  });
  return result;
}
