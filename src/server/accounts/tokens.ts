import type { Context } from "hono";
import { sql } from "kysely";
import { forgetAttempts } from "../rateLimiter.ts";
import { passwordLetter } from "../mail/emails.ts";
import { dropPasskeys } from "../passkeys/passkeyStore.ts";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import { noteDevice } from "./knownDevice.ts";

/** What wrong passwords for an address are counted under. */
export const triesAt = (email: string): string => `sign-in to ${email}`;

/** What letters to an address are counted under. */
export const lettersTo = (email: string, kind: "confirming" | "changing" | "reset"): string => `${kind} letter to ${email}`;

/**
 * Sets a new password by the token of a letter. Who has the letter has the
 * address: it is confirmed by that, other letters are of no use any more, and
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
  await forgetAttempts(server.database.db, triesAt(user.email));
  server.send(passwordLetter(paper, user.email, "all sessions were ended and all passkeys removed"));
  noteDevice(server, user.email, answer);
  return answer;
}

/** Makes the letters that an account got of no use. For another new password the next one is sent at once. */
export async function endTokens({ auth, database }: Server, { id, email }: { id: string; email: string }): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: "verification", where: [{ field: "value", value: id }] });
  await database.db.deleteFrom("letter").where("user_id", "=", id).execute();
  await forgetAttempts(database.db, lettersTo(email, "reset"));
}

/** Forgets tokens that nobody used in time. */
export async function forgetOldTokens({ auth, database }: Server, now = Date.now()): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: "verification", where: [{ field: "expiresAt", operator: "lt", value: new Date(now) }] });
  await database.db.deleteFrom("letter").where("until", "<", now).execute();
}

const DAY = 24 * 60 * 60 * 1000;

/** Forgets who signed up a day ago and never confirmed the address, unless a letter to them still holds. */
export async function forgetUnconfirmed({ database: { db } }: Server, now = Date.now()): Promise<void> {
  await sql`delete from "user" where not "emailVerified" and "createdAt" < ${new Date(now - DAY).toISOString()}
    and not exists (select 1 from account where account."userId" = "user".id and account."providerId" <> 'credential')
    and not exists (select 1 from verification where verification.value = "user".id)
    and not exists (select 1 from letter where letter.user_id = "user".id and letter.until >= ${now})`.execute(db);
}
