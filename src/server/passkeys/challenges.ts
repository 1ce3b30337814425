import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Auth } from "../accounts/auth.ts";
import type { Database } from "../database/tables.ts";
import { hashed } from "../hashed.ts";
import { Problem } from "../problemResponse.ts";

/** Challenges that devices sign. */
export type Challenges = {
  /** Stores a challenge, and binds it to the browser that receives it. */
  give: (context: Context, purpose: string, challenge: string) => Promise<void>;
  /** Takes the challenge of this browser, which then cannot be used again. @throws Problem 410 if there is none for this purpose */
  take: (context: Context, purpose: string) => Promise<string>;
};

const SECONDS = 300;

/** Challenges, each for one purpose and one response. They are stored as hashes in the database, so that any instance can take them. */
export function challenges(db: Database, auth: Auth): Challenges {
  const { cookiePrefix, defaultCookieAttributes } = auth.options.advanced;
  const cookie = `${cookiePrefix}.challenge`;
  const keyOf = (purpose: string, challenge: string) => hashed(`${purpose} ${challenge}`);
  return {
    give: async (c, purpose, challenge) => {
      await db
        .insertInto("challenge")
        .values({ key: keyOf(purpose, challenge), until: Date.now() + SECONDS * 1000 })
        .execute();
      setCookie(c, cookie, challenge, { ...defaultCookieAttributes, maxAge: SECONDS });
    },
    take: async (c, purpose) => {
      const challenge = getCookie(c, cookie) ?? "";
      const given = await db.deleteFrom("challenge").where("key", "=", keyOf(purpose, challenge)).returning("until").executeTakeFirst();
      if (given === undefined || given.until < Date.now()) throw new Problem(410, "passkey-late", "That took too long. Try again.");
      return challenge;
    },
  };
}

/** Deletes expired challenges. */
export async function forgetOldChallenges(db: Database, now = Date.now()): Promise<void> {
  await db.deleteFrom("challenge").where("until", "<", now).execute();
}
