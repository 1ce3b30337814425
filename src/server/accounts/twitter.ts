import { genericOAuth } from "better-auth/plugins";
import * as v from "valibot";
import type { TwitterSettings } from "../serverSettings.ts";

/** What X answers of the person who signed in (API v2, GET /2/users/me). The address comes only to apps that may ask for it. */
const ProfileSchema = v.object({
  data: v.object({ id: v.string(), name: v.string(), confirmed_email: v.optional(v.string()) }),
});

/** Signing in with X (Twitter), by OAuth 2.0 with PKCE and state (RFC 7636, RFC 9700). */
export const twitter = (settings: TwitterSettings) =>
  genericOAuth({
    config: [
      {
        ...settings,
        providerId: "twitter",
        pkce: true,
        authentication: "basic",
        scopes: ["users.read", "tweet.read", "users.email"],
        getUserInfo: async ({ accessToken }) => (accessToken === undefined ? null : profile(settings.userInfoUrl, accessToken)),
      },
    ],
  });

async function profile(address: string, accessToken: string) {
  const response = await fetch(`${address}?user.fields=confirmed_email`, {
    headers: { Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(10_000),
  });
  const answer = v.safeParse(ProfileSchema, response.ok ? await response.json() : undefined);
  if (!answer.success) return null;
  const { id, name, confirmed_email: email } = answer.output.data;
  // An account needs an address. This one can never get a letter (RFC 2606, section 2), nor be anybody else's.
  return { id, name, email: email ?? `${id}@twitter.invalid`, emailVerified: email !== undefined };
}
