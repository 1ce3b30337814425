import { Hono } from "hono";
import * as v from "valibot";
import { CONFIRM_MINUTES } from "#content/accountRules.ts";
import { hashed } from "../hashed.ts";
import { passwordEmail } from "../mail/emails.ts";
import { membershipOfUser } from "../members/memberRoutes.ts";
import { forgetMember } from "../members/memberStore.ts";
import { forgetSubscriber } from "../newsletter/subscriberStore.ts";
import { Problem } from "../problemResponse.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { askAuth } from "./askAuth.ts";
import { beginAttempt } from "./attemptCookie.ts";
import type { Auth } from "./auth.ts";
import { askToConfirm } from "./confirming.ts";
import { exportAccount } from "./exportAccount.ts";
import { EmailSchema, PasswordSchema } from "./accountSchemas.ts";
import { checkPassword, passwordHash } from "./passwords.ts";
import { endTokens } from "./accountTokens.ts";
import { requireSession, sessionOf, sessionsOf } from "./session.ts";

/** The routes of an account that need a session. */
export function accountRoutes(server: Server): Hono {
  const { auth } = server;
  return new Hono()
    .route("/", sessionRoutes(auth))
    .get("/account", async (c) => {
      const session = await sessionOf(auth, c.req.raw);
      const providers = { twitter: server.settings.twitter !== undefined };
      if (session === null) return c.json({ account: null, providers });
      const isMember = (await membershipOfUser(server, session.user)).length > 0;
      return c.json({ account: { email: session.user.email, ...(isMember && { isMember }) }, providers });
    })
    .post("/account/password", async (c) => {
      const user = await countPassword(server, c.req.raw);
      const schema = v.object({ password: PasswordSchema, newPassword: PasswordSchema });
      const { password, newPassword } = await bodyOf(c.req, schema);
      checkPassword(newPassword);
      const answer = await askAuth(auth, c.req.raw, "/change-password", {
        currentPassword: password,
        newPassword,
        revokeOtherSessions: true,
      });
      await endTokens(server, user);
      server.send(passwordEmail(await server.paperFor(c.req.raw), user.email, "changed"));
      return answer;
    })
    .post("/account/email", async (c) => {
      const user = await countPassword(server, c.req.raw);
      const { password, email } = await bodyOf(c.req, v.object({ password: PasswordSchema, email: EmailSchema }));
      await requirePassword(server, c.req.raw, password);
      await server.limitFor("new address", user.id);
      await server.limitEmails(c);
      if (!(await server.allows("email to change", email)))
        throw new Problem(429, "too-many", `Emails have already been sent to this address. Try again in ${CONFIRM_MINUTES} minutes.`);
      const attempt = beginAttempt(auth, c);
      server.later(() => askToConfirm(server, c.req.raw, user, email, attempt));
      return c.json({ ok: true });
    })
    .post("/account/delete", async (c) => {
      const { id, email } = await countPassword(server, c.req.raw);
      const { password } = await bodyOf(c.req, v.object({ password: v.optional(PasswordSchema) }));
      // Without a password, as after signing in with X, the auth library requires a fresh session.
      if (password === undefined && (await passwordHash(auth, id)) !== undefined)
        throw new Problem(401, "wrong-password", "The password is missing.");
      const answer = await askAuth(auth, c.req.raw, "/delete-user", password === undefined ? {} : { password });
      await server.database.db.deleteFrom("waiting_email").where("recipient", "=", hashed(email)).execute();
      await forgetSubscriber(server.database.db, email);
      await forgetMember(server.database.db, email);
      await server.database.purge([email]).catch((error: unknown) => server.log.error(error));
      return answer;
    })
    .get("/account/export", (c) => exportAccount(server, c));
}

function sessionRoutes(auth: Auth): Hono {
  return new Hono()
    .get("/account/sessions", async (c) => {
      const { session, user } = await requireSession(auth, c.req.raw);
      const sessions = await sessionsOf(auth, user.id);
      return c.json({
        sessions: sessions.map(({ id, createdAt, updatedAt, userAgent }) => ({
          id,
          createdAt,
          usedAt: updatedAt,
          device: userAgent ?? "",
          current: id === session.id,
        })),
      });
    })
    .post("/account/sessions/end", async (c) => {
      const { user } = await requireSession(auth, c.req.raw);
      const { id } = await bodyOf(c.req, v.object({ id: v.pipe(v.string(), v.maxLength(200)) }));
      const sessions = await sessionsOf(auth, user.id);
      const ended = sessions.find((each) => each.id === id);
      if (ended === undefined) throw new Problem(404, "no-session", "There is no such session.");
      return askAuth(auth, c.req.raw, "/revoke-session", { token: ended.token });
    })
    .post("/account/sessions/end-others", async (c) => {
      await requireSession(auth, c.req.raw);
      return askAuth(auth, c.req.raw, "/revoke-other-sessions", {});
    });
}

/** Counts an attempt at the account's password by somebody who is signed in. */
async function countPassword({ auth, limitFor }: Server, request: Request) {
  const { user } = await requireSession(auth, request);
  await limitFor("password", user.id);
  return user;
}

async function requirePassword({ auth }: Server, request: Request, password: string): Promise<void> {
  try {
    await auth.api.verifyPassword({ headers: request.headers, body: { password } });
  } catch {
    throw new Problem(401, "wrong-password", "The password is incorrect.");
  }
}
