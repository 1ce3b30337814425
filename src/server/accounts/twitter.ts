import { genericOAuth } from "better-auth/plugins";
import * as v from "valibot";
import type { TwitterSettings } from "../serverSettings.ts";

/** X's response about the person who signed in (API v2, GET /2/users/me). Only apps with permission get the address. */
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
        getToken: (asked) => token(settings, asked),
        getUserInfo: async ({ accessToken }) => (accessToken === undefined ? null : profile(settings.userInfoUrl, accessToken)),
      },
    ],
  });

/** Milliseconds after which a sign-in fails if X does not answer: no request of a reader may wait for long. */
const RESPONSE_TIMEOUT_MS = 10_000;

const TokenSchema = v.object({ access_token: v.string(), token_type: v.optional(v.string()) });

/** Exchanges the code (RFC 6749, section 4.1.3), with its verifier (RFC 7636, section 4.5). */
async function token(
  { tokenUrl, clientId, clientSecret }: TwitterSettings,
  { code, redirectURI, codeVerifier = "" }: { code: string; redirectURI: string; codeVerifier?: string | undefined },
) {
  const response = await fetch(tokenUrl, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirectURI, code_verifier: codeVerifier }),
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`);
  const { access_token: accessToken, token_type: tokenType } = v.parse(TokenSchema, await response.json());
  return { accessToken, ...(tokenType !== undefined && { tokenType }) };
}

async function profile(address: string, accessToken: string) {
  const response = await fetch(`${address}?user.fields=confirmed_email`, {
    headers: { Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
  });
  const answer = v.safeParse(ProfileSchema, response.ok ? await response.json() : undefined);
  if (!answer.success) return null;
  const { id, name, confirmed_email: email } = answer.output.data;
  // An account needs an address. This one can never receive email (RFC 2606, section 2), nor belong to anybody else.
  return { id, name, email: email ?? `${id}@twitter.invalid`, emailVerified: email !== undefined };
}
