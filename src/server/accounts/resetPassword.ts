import type { Context } from "hono";
import { dropDevices } from "../alerts/deviceStore.ts";
import { passwordEmail } from "../mail/emails.ts";
import { dropPasskeys } from "../passkeys/passkeyStore.ts";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import { noteDevice } from "./knownDevice.ts";
import { endTokens } from "./tokens.ts";

/**
 * Sets a new password by the token of an email. Whoever has the email has the
 * address: it is confirmed by that, other emails are of no use any more, and
 * what others tried with the old password does not keep this browser out. Whoever
 * had the account before keeps no way into it and hears no more of it: passkeys
 * and devices of alerts go, as sessions do.
 */
export async function resetPassword(server: Server, c: Context, token: string, newPassword: string): Promise<Response> {
  const { auth, paper } = server;
  const { internalAdapter } = await auth.$context;
  const asked = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  const answer = await askAuth(auth, c.req.raw, "/reset-password", { token, newPassword });
  const user = asked && (await internalAdapter.findUserById(asked.value));
  if (!user) return answer;
  await internalAdapter.updateUser(user.id, { emailVerified: true });
  await dropPasskeys(server.database.db, user.id);
  await dropDevices(server.database.db, user.id);
  await endTokens(server, user);
  await server.forget("wrong password", user.email);
  server.send(passwordEmail(paper, user.email, "reset"));
  noteDevice(server, user.email, answer);
  return answer;
}
