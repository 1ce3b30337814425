import { genericOAuth } from "better-auth/plugins";
import { sql } from "kysely";
import * as v from "valibot";
import type { Database } from "../database/tables.ts";
import type { TwitterSettings } from "../serverSettings.ts";
import { AddressSchema } from "./accountSchemas.ts";
import { dropUnconfirmed } from "./dropUnconfirmed.ts";

/** X's response about the person who signed in (API v2, GET /2/users/me). Only apps with permission get the address. */
const ProfileSchema = v.object({
  data: v.object({
    id: v.pipe(v.string(), v.regex(/^\d{1,20}$/u)),
    name: v.pipe(
      v.string(),
      v.transform((name) => name.replaceAll(/\p{Cc}/gu, "")),
    ),
    // An address that no email can be sent to is like none.
    confirmed_email: v.fallback(v.optional(AddressSchema), undefined),
  }),
});

/** Signing in with X (Twitter), by OAuth 2.0 with PKCE and state (RFC 7636, RFC 9700). */
export const twitter = (settings: TwitterSettings, db: Database) =>
  genericOAuth({
    config: [
      {
        ...settings,
        providerId: "twitter",
        pkce: true,
        authentication: "basic",
        scopes: ["users.read", "tweet.read", "users.email"],
        getToken: (asked) => token(settings, asked),
        getUserInfo: async ({ accessToken }) => {
          const person = accessToken === undefined ? null : await profile(settings.userInfoUrl, accessToken);
          if (person?.emailVerified && !(await isKnown(db, person.id))) await dropUnconfirmed(db, person.email);
          return person;
        },
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

/** Whether an account is signed in to as this person at X. If none is, their confirmed address takes it from an account that never proved it. */
async function isKnown(db: Database, id: string): Promise<boolean> {
  const found = await sql`select 1 from account where "providerId" = 'twitter' and "accountId" = ${id}`.execute(db);
  return found.rows.length > 0;
}
