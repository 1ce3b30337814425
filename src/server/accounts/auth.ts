import * as v from "valibot";
import { setSessionCookie } from "better-auth/cookies";
import { createAuthEndpoint } from "better-auth/api";
import { type BetterAuthOptions, betterAuth, type BetterAuthPlugin } from "better-auth";
import { CONFIRM_MINUTES, LONGEST_PASSWORD, RESET_MINUTES, SHORTEST_PASSWORD } from "#content/accountRules.ts";
import type { OpenDatabase } from "../database/openDatabase.ts";
import { existingEmail, type Paper, resetEmail, verifyEmail } from "../mail/emails.ts";
import type { MailQueue } from "../mail/mailQueue.ts";
import type { ServerSettings } from "../serverSettings.ts";
import { attemptHeader, keepEmailToken } from "./emailTokens.ts";
import { twitter } from "./twitter.ts";

export const REMEMBERED_DAYS = 30;

/** How long after signing in nobody has to prove again that it is still them. */
export const FRESH_MINUTES = 15;

const MINUTE = 60;

export type AuthParts = {
  settings: ServerSettings;
  database: OpenDatabase;
  /** The paper in the language of the page that sent a request. */
  paperFor: (request: Request | undefined) => Promise<Paper>;
  post: Pick<MailQueue, "send">;
  /** Runs work that the response does not wait for, so that its timing reveals nothing. */
  inBackground: (work: Promise<unknown>) => void;
};

/** The options of the auth library, which manages users, sessions and tokens. authRoutes calls it, and passes on parts of its responses. */
export function authOptions({ settings, database, paperFor, post, inBackground }: AuthParts) {
  const { origin, pathname, protocol, hostname } = new URL(settings.address);
  // Browsers accept a secure cookie from the local machine without TLS.
  const secure = protocol === "https:" || hostname === "localhost" || hostname === "127.0.0.1";
  return {
    baseURL: origin,
    basePath: `${pathname}api/auth`,
    secret: settings.secret,
    database: { db: database.db, type: database.type, transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // rateLimiter.ts counts all requests.
    rateLimit: { enabled: false },
    // The library's fallback: the account page says that it failed, and offers a way on.
    onAPIError: { errorURL: `${settings.address}account` },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      resetPasswordTokenExpiresIn: RESET_MINUTES * MINUTE,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }, request) => post.send(resetEmail(await paperFor(request), user.email, token)),
      onExistingUserSignUp: async ({ user }, request) => post.send(existingEmail(await paperFor(request), user.email)),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      expiresIn: CONFIRM_MINUTES * MINUTE,
      sendVerificationEmail: async ({ user, token }, request) => {
        const own = await keepEmailToken(database.db, user.id, token, request?.headers.get(attemptHeader) ?? null);
        await post.send(verifyEmail(await paperFor(request), user.email, own));
      },
    },
    user: { deleteUser: { enabled: true } },
    session: { expiresIn: REMEMBERED_DAYS * 24 * 60 * MINUTE, updateAge: 24 * 60 * MINUTE, freshAge: FRESH_MINUTES * MINUTE },
    verification: { storeIdentifier: "hashed" },
    // An address from X opens no account with a password. One that is not confirmed is replaced (twitter.ts).
    account: { encryptOAuthTokens: true, accountLinking: { enabled: false } },
    databaseHooks: endFormerSession,
    plugins: [signInAs, ...(settings.twitter === undefined ? [] : [twitter(settings.twitter, database.db)])],
    advanced: {
      useSecureCookies: false,
      cookiePrefix: secure ? "__Host-broadsheet" : "broadsheet",
      defaultCookieAttributes: { httpOnly: true, secure, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
      backgroundTasks: { handler: inBackground },
    },
  } satisfies BetterAuthOptions;
}

export const createAuth = (parts: AuthParts) => betterAuth(authOptions(parts));

export type Auth = ReturnType<typeof createAuth>;

/** Signing in ends the browser's former session, so that its token is of no use to anybody (ASVS 5.0, 7.2.4). */
const endFormerSession: BetterAuthOptions["databaseHooks"] = {
  session: {
    create: {
      before: async (_session, request) => {
        if (!request?.headers) return;
        const { authCookies, secret, internalAdapter } = request.context;
        const former = await request.getSignedCookie(authCookies.sessionToken.name, secret);
        if (former) await internalAdapter.deleteSession(former);
      },
    },
  },
};

const BodySchema = v.object({ userId: v.string(), remember: v.boolean() });

/** Begins a session for somebody identified by other means, such as a passkey. It has no address: only this process can call it. */
const signInAs = {
  id: "sign-in-as",
  endpoints: {
    signInAs: createAuthEndpoint.serverOnly({ method: "POST", body: BodySchema }, async (ctx) => {
      const { userId, remember } = ctx.body;
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(userId);
      if (user === null) throw new Error("There is no such user.");
      const session = await internalAdapter.createSession(userId, !remember);
      await setSessionCookie(ctx, { session, user }, !remember);
      return ctx.json({});
    }),
  },
} satisfies BetterAuthPlugin;
