import type { Context } from "hono";
import { sql } from "kysely";
import { passwordEmail } from "../mail/emails.ts";
import { dropPasskeys } from "../passkeys/passkeyStore.ts";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import { noteDevice } from "./knownDevice.ts";

/**
 * Sets a new password by the token of an email. Who has the email has the
 * address: it is confirmed by that, other emails are of no use any more, and
 * what others tried with the old password does not keep this browser out. Who
 * had the account before keeps no way into it: passkeys go, as sessions do.
 */
export async function reset(server: Server, c: Context, token: string, newPassword: string): Promise<Response> {
  const { auth, paper } = server;
  const { internalAdapter } = await auth.$context;
  const asked = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  const answer = await askAuth(auth, c.req.raw, "/reset-password", { token, newPassword });
  const user = asked && (await internalAdapter.findUserById(asked.value));
  if (!user) return answer;
  await internalAdapter.updateUser(user.id, { emailVerified: true });
  await dropPasskeys(server.database.db, user.id);
  await endTokens(server, user);
  await server.forget("wrong password", user.email);
  server.send(passwordEmail(paper, user.email, "all sessions were ended and all passkeys removed"));
  noteDevice(server, user.email, answer);
  return answer;
}

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
