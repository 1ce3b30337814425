import { sql } from "kysely";
import type { Server } from "../server.ts";

/** Makes the emails that an account got of no use. For another new password the next one is sent at once. */
export async function endTokens({ auth, database, forget }: Server, { id, email }: { id: string; email: string }): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: "verification", where: [{ field: "value", value: id }] });
  await database.db.deleteFrom("email_token").where("user_id", "=", id).execute();
  await forget("email to reset", email);
}

/** Forgets tokens that nobody used in time. */
export async function forgetOldTokens({ auth, database }: Server, now = Date.now()): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: "verification", where: [{ field: "expiresAt", operator: "lt", value: new Date(now) }] });
  await database.db.deleteFrom("email_token").where("until", "<", now).execute();
}

const DAY = 24 * 60 * 60 * 1000;

/** Forgets who signed up a day ago and never confirmed the address, unless an email to them still holds. */
export async function forgetUnconfirmed({ database: { db } }: Server, now = Date.now()): Promise<void> {
  await sql`delete from "user" where not "emailVerified" and "createdAt" < ${new Date(now - DAY).toISOString()}
    and not exists (select 1 from account where account."userId" = "user".id and account."providerId" <> 'credential')
    and not exists (select 1 from verification where verification.value = "user".id)
    and not exists (select 1 from email_token where email_token.user_id = "user".id and email_token.until >= ${now})`.execute(db);
}
