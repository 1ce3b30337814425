import type { Context } from "hono";
import { dropDevices } from "../alerts/deviceStore.ts";
import { passwordEmail } from "../mail/emails.ts";
import { dropPasskeys } from "../passkeys/passkeyStore.ts";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import { noteDevice } from "./knownDevice.ts";
import { endTokens } from "./accountTokens.ts";

/**
 * Sets a new password by the token of an email. The email proves the address, so
 * this confirms it, invalidates other emails, and lifts the limit on attempts with
 * the old password. Whoever had access to the account before loses it, and gets no
 * more alerts: passkeys and alert devices are removed, as are sessions.
 */
export async function resetPassword(server: Server, c: Context, token: string, newPassword: string): Promise<Response> {
  const { auth } = server;
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
  server.send(passwordEmail(await server.paperFor(c.req.raw), user.email, "reset"));
  noteDevice(server, user.email, answer);
  return answer;
}
