import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as v from "valibot";

const BodySchema = v.object({ userId: v.string(), remember: v.boolean() });

/** Begins a session for somebody whom we know by other means, such as a passkey. It has no address: only this process can ask for it. */
export const signInAs = {
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
