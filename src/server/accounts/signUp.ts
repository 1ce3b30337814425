import type { Context } from "hono";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import type { Auth } from "./auth.ts";
import { beginAttempt } from "./attemptCookie.ts";

type Named = { email: string; password: string };

/**
 * Opens an account that waits for its address to be confirmed. One that waits
 * already gives way, with its password and the emails to it: nobody can keep
 * an address that is not theirs. It does not while an email for a new password
 * holds, which proves the address as well. Answers alike for every address.
 */
export async function signUp(server: Server, c: Context, { email, password }: Named): Promise<void> {
  const { auth } = server;
  const attempt = beginAttempt(auth, c);
  if ((await isResetting(auth, email)) || !(await server.allows("email to confirm", email)))
    return void (await (await auth.$context).password.hash(password));
  await dropUnconfirmed(server, email);
  await askAuth(auth, c.req.raw, "/sign-up/email", { email, password, name: nameOf(email) }, attempt);
}

/** Whether an email for a new password holds for the account of an address. */
async function isResetting(auth: Auth, email: string): Promise<boolean> {
  const { adapter, internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email);
  if (!found || found.user.emailVerified) return false;
  const holds = { field: "expiresAt", operator: "gt", value: new Date() } as const;
  return (await adapter.count({ model: "verification", where: [{ field: "value", value: found.user.id }, holds] })) > 0;
}

/** Drops an account whose address waits to be confirmed: whoever proves an address has it. */
export async function dropUnconfirmed({ auth }: Server, email: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  // Whoever signs in with X (Twitter) may have an address that cannot be confirmed.
  if (!found || found.user.emailVerified || found.accounts.some(({ providerId }) => providerId !== "credential")) return;
  const stillUnconfirmed = { field: "emailVerified", value: false };
  await adapter.deleteMany({ model: "user", where: [{ field: "id", value: found.user.id }, stillUnconfirmed] });
}

/** The auth library wants a name; the paper asks for none. */
const nameOf = (email: string): string => email.split("@")[0] ?? "reader";
