import { Hono } from "hono";
import * as v from "valibot";
import type { Server } from "../server.ts";
import { Problem } from "../problem.ts";
import { bodyOf } from "../request.ts";
import { askAuth } from "./askAuth.ts";
import { EmailSchema, PasswordSchema } from "./fields.ts";
import { checkPassword } from "./passwords.ts";

/** Of any shape: a link that was broken on its way is told like one that is too old, not like a field that was filled in wrong. */
const TokenSchema = v.pipe(v.string(), v.maxLength(2000));

/**
 * Everything that needs no session: signing up and in, the letters' pages, and
 * X (Twitter). Each answers the same for addresses with and without an account,
 * and none puts a token into its body.
 */
export function authRoutes(server: Server): Hono {
  const { auth, limit, paper } = server;
  const twitter = server.settings.twitter !== undefined;
  return new Hono()
    .post("/sign-up", async (c) => {
      const { email, password } = await bodyOf(c.req, v.object({ email: EmailSchema, password: PasswordSchema }));
      await limit(c, "sign-up", { most: 10, seconds: 600 });
      checkPassword(password);
      await askAuth(auth, c.req.raw, "/sign-up/email", { email, password, name: nameOf(email) });
      return c.json({ sent: true });
    })
    .post("/sign-in", async (c) => {
      const schema = v.object({ email: EmailSchema, password: PasswordSchema, remember: v.optional(v.boolean(), false) });
      const { email, password, remember } = await bodyOf(c.req, schema);
      await limit(c, "sign-in", { most: 20, seconds: 600 });
      await server.limitFor(`sign-in to ${email}`, { most: 50, seconds: 3600 });
      return askAuth(auth, c.req.raw, "/sign-in/email", { email, password, rememberMe: remember });
    })
    .post("/forgot", async (c) => {
      const { email } = await bodyOf(c.req, v.object({ email: EmailSchema }));
      await limit(c, "forgot", { most: 10, seconds: 600 });
      await server.limitFor(`letter to ${email}`, { most: 5, seconds: 3600 });
      const request = new Request(c.req.url, { headers: c.req.raw.headers });
      server.later(() => askAuth(auth, request, "/request-password-reset", { email }));
      return c.json({ sent: true });
    })
    .post("/reset", async (c) => {
      const { token, password } = await bodyOf(c.req, v.object({ token: TokenSchema, password: PasswordSchema }));
      await limit(c, "reset", { most: 20, seconds: 600 });
      checkPassword(password);
      return askAuth(auth, c.req.raw, "/reset-password", { token, newPassword: password });
    })
    .post("/verify", async (c) => {
      const { token } = await bodyOf(c.req, v.object({ token: TokenSchema }));
      await limit(c, "verify", { most: 20, seconds: 600 });
      return askAuth(auth, c.req.raw, `/verify-email?token=${encodeURIComponent(token)}`);
    })
    .post("/sign-out", async (c) => askAuth(auth, c.req.raw, "/sign-out", {}))
    .post("/twitter", async (c) => {
      if (!twitter) throw new Problem(404, "no-twitter", "Signing in with X (Twitter) is not set up here.");
      await limit(c, "twitter", { most: 20, seconds: 600 });
      const back = `${paper.address}account`;
      return askAuth(auth, c.req.raw, "/sign-in/social", { provider: "twitter", callbackURL: back, errorCallbackURL: back });
    })
    .get("/auth/callback/twitter", async (c) => {
      if (!twitter) throw new Problem(404, "no-twitter", "Signing in with X (Twitter) is not set up here.");
      await limit(c, "twitter", { most: 20, seconds: 600 });
      return auth.handler(c.req.raw);
    });
}

/** The auth library wants a name; the paper asks for none. */
const nameOf = (email: string): string => email.split("@")[0] ?? "reader";
