import type { BetterAuthOptions } from "better-auth";

/** Whoever signs in anew leaves the session that this browser had, so that its token is of no use to anybody (ASVS 5.0, 7.2.4). */
export const endFormerSession: BetterAuthOptions["databaseHooks"] = {
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
