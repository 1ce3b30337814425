import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { CONFIRM_MINUTES } from "#content/accountRules.ts";
import type { Database } from "../database/tables.ts";
import { hashed } from "../hashed.ts";

/** The header of our own requests to the auth library that identifies the browser which signs up or changes the address. */
export const attemptHeader = "x-broadsheet-attempt";

/** Separates the auth library's token, which is the same for two emails within a second, from the part that makes each email's unique. */
const OWN = "~";

/** The auth library's part of an email's token. */
export const authToken = (token: string): string => token.split(OWN)[0] ?? "";

const ChangeSchema = v.object({ email: v.string(), updateTo: v.string() });

/** The change of address that a token is for, if any. The auth library checks its signature. */
export function changeIn(token: string): { from: string; to: string } | undefined {
  const payload: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  const change = v.safeParse(ChangeSchema, payload);
  return change.success ? { from: change.output.email, to: change.output.updateTo } : undefined;
}

/**
 * Stores the token of an email that is about to be sent. The links in earlier
 * emails to the account stop working.
 * @param attempt the attempt cookie of the browser that signed up or asked for the change
 * @returns the unique token of this email
 */
export async function keepEmailToken(db: Database, user: string, token: string, attempt: string | null): Promise<string> {
  const own = `${token}${OWN}${randomBytes(9).toString("base64url")}`;
  await db.deleteFrom("email_token").where("user_id", "=", user).execute();
  await db
    .insertInto("email_token")
    .values({ key: hashed(own), user_id: user, attempt: attempt && hashed(attempt), until: Date.now() + CONFIRM_MINUTES * 60_000 })
    .execute();
  return own;
}
