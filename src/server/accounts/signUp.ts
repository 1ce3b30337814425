import type { Context } from "hono";
import { clientOf } from "../client.ts";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import type { Auth } from "./auth.ts";
import { beginAttempt } from "./attemptCookie.ts";
import { dropUnconfirmed } from "./dropUnconfirmed.ts";

type Named = { email: string; password: string };

/**
 * Opens an account whose address is to be confirmed. An unconfirmed account with
 * the same address is deleted first, password, emails and all: nobody can occupy an
 * address that is not theirs. It does not replace one with a pending password
 * reset, since that email proves the address as well. Responds alike for every
 * address.
 */
export async function signUp(server: Server, c: Context, { email, password }: Named): Promise<void> {
  const { auth } = server;
  const attempt = beginAttempt(auth, c);
  if ((await isResetting(auth, email)) || !(await allowsEmailToConfirm(server, c, email)))
    return void (await (await auth.$context).password.hash(password));
  await dropUnconfirmed(server.database.db, email);
  await askAuth(auth, c.req.raw, "/sign-up/email", { email, password, name: nameOf(email) }, attempt);
}

/** Whether a password reset is pending for the unconfirmed account of an address. */
async function isResetting(auth: Auth, email: string): Promise<boolean> {
  const { adapter, internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email);
  if (!found || found.user.emailVerified) return false;
  const isValid = { field: "expiresAt", operator: "gt", value: new Date() } as const;
  return (await adapter.count({ model: "verification", where: [{ field: "value", value: found.user.id }, isValid] })) > 0;
}

/** Whether an email that confirms an address may be sent: strangers who sign up with it do not use up what its owner's network may. */
export const allowsEmailToConfirm = async ({ allows }: Server, c: Context, email: string): Promise<boolean> =>
  (await allows("email to confirm", `${email} from ${clientOf(c)}`)) && allows("emails to confirm", email);

/** The auth library requires a name; the paper does not ask for one. */
const nameOf = (email: string): string => email.replace(/@.*$/su, "");
