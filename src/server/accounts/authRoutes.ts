import { Hono } from "hono";
import * as v from "valibot";
import type { Server } from "../server.ts";
import { Problem } from "../problemResponse.ts";
import { bodyOf } from "../request.ts";
import { askAuth } from "./askAuth.ts";
import { confirm } from "./confirming.ts";
import { EmailSchema, PasswordSchema } from "./accountSchemas.ts";
import { checkPassword } from "./passwords.ts";
import { signIn } from "./signIn.ts";
import { signUp } from "./signUp.ts";
import { resetPassword } from "./resetPassword.ts";

/** Of any shape: a damaged link is reported like one that has expired, not like an invalid field. */
const TokenSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  // PostgreSQL accepts no null characters in text.
  v.transform((token) => token.replaceAll("\0", "")),
);

/** Only on a response that nobody waits for: with a full cache, Chromium delays it by seconds. */
const CLEAR_CACHE = { "Clear-Site-Data": '"cache"' };

/**
 * The routes that need no session: signing up and in, the links in emails, and
 * X (Twitter). Each responds alike for addresses with and without an account, and
 * no response body contains a token.
 */
export function authRoutes(server: Server): Hono {
  const { auth, limit, paper } = server;
  const twitter = server.settings.twitter !== undefined;
  return new Hono()
    .post("/sign-up", async (c) => {
      await limit(c, "sign-up");
      const { email, password } = await bodyOf(c.req, v.object({ email: EmailSchema, password: PasswordSchema }));
      checkPassword(password);
      await server.limitEmails(c);
      await signUp(server, c, { email, password });
      return c.json({ sent: true });
    })
    .post("/sign-in", async (c) => {
      await limit(c, "sign-in");
      const schema = v.object({ email: EmailSchema, password: PasswordSchema, remember: v.optional(v.boolean(), false) });
      return signIn(server, c, await bodyOf(c.req, schema));
    })
    .post("/forgot", async (c) => {
      await limit(c, "forgot");
      const { email } = await bodyOf(c.req, v.object({ email: EmailSchema }));
      await server.limitEmails(c);
      const request = new Request(c.req.url, { headers: c.req.raw.headers });
      if (await server.allows("email to reset", email)) server.later(() => askAuth(auth, request, "/request-password-reset", { email }));
      return c.json({ sent: true });
    })
    .post("/reset", async (c) => {
      await limit(c, "reset");
      const { token, password } = await bodyOf(c.req, v.object({ token: TokenSchema, password: PasswordSchema }));
      checkPassword(password);
      return resetPassword(server, c, token, password);
    })
    .post("/verify", async (c) => {
      await limit(c, "verify");
      const { token, password } = await bodyOf(c.req, v.object({ token: TokenSchema, password: v.optional(PasswordSchema) }));
      return confirm(server, c, token, password);
    })
    .post("/sign-out", async (c) => askAuth(auth, c.req.raw, "/sign-out", {}))
    .post("/clear-cache", (c) => c.json({ ok: true }, 200, CLEAR_CACHE))
    .post("/twitter", async (c) => {
      if (!twitter) throw new Problem(404, "no-twitter", "Signing in with X (Twitter) is not set up here.");
      await limit(c, "twitter");
      const back = `${paper.address}account`;
      return askAuth(auth, c.req.raw, "/sign-in/social", { provider: "twitter", callbackURL: back, errorCallbackURL: back });
    })
    .get("/auth/callback/twitter", async (c) => {
      if (!twitter) throw new Problem(404, "no-twitter", "Signing in with X (Twitter) is not set up here.");
      await limit(c, "twitter");
      const answer = await auth.handler(c.req.raw);
      return answer.status < 400 ? answer : c.redirect(`${paper.address}account?error=failed`);
    });
}
