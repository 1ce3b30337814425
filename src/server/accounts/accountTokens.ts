import { sql } from "kysely";
import { hashed } from "../hashed.ts";
import type { Server } from "../server.ts";

/** Invalidates the links in all emails to an account. The next password reset is emailed without delay. */
export async function endTokens({ auth, database, forget }: Server, { id, email }: { id: string; email: string }): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: "verification", where: [{ field: "value", value: id }] });
  await database.db.deleteFrom("email_token").where("user_id", "=", id).execute();
  await database.db.deleteFrom("waiting_email").where("recipient", "=", hashed(email)).where("kind", "in", ["verify", "reset"]).execute();
  await forget("email to reset", email);
}

/** Deletes expired tokens. */
export async function forgetOldTokens({ auth, database }: Server, now = Date.now()): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: "verification", where: [{ field: "expiresAt", operator: "lt", value: new Date(now) }] });
  await database.db.deleteFrom("email_token").where("until", "<", now).execute();
}

const DAY = 24 * 60 * 60 * 1000;

/** Deletes accounts that were not confirmed within a day, unless a link in an email to them is still valid; and finishes earlier deletions. */
export async function forgetUnconfirmed({ database: { db, purge } }: Server, now = Date.now()): Promise<void> {
  const { rows } = await sql<{
    email: string;
  }>`delete from "user" where not "emailVerified" and "createdAt" < ${new Date(now - DAY).toISOString()}
    and not exists (select 1 from account where account."userId" = "user".id and account."providerId" <> 'credential')
    and not exists (select 1 from verification where verification.value = "user".id)
    and not exists (select 1 from email_token where email_token.user_id = "user".id and email_token.until >= ${now})
    returning email`.execute(db);
  await purge(rows.map(({ email }) => email));
}
