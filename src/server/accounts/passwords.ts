import { dictionary } from "@zxcvbn-ts/language-common";
import firefox from "fxa-common-password-list";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "#content/accountRules.ts";
import { Problem } from "../problemResponse.ts";
import type { Auth } from "./auth.ts";

/** zxcvbn's common passwords in lower case, without those its rules find. With Firefox's list, over the 3,000 of ASVS 6.2.4. */
const COMMON = new Set(dictionary["passwords-common"].map((password) => password.toLowerCase()));
const isCommon = (password: string): boolean => COMMON.has(password) || firefox.test(password);

/**
 * Refuses a new password that is too short, too long or too common. It may
 * contain any characters (ASVS 6.2.5).
 * @throws Problem 422
 */
export function checkPassword(password: string): void {
  if (password.length < SHORTEST_PASSWORD)
    throw new Problem(422, "password-short", `A password needs at least ${SHORTEST_PASSWORD} characters.`);
  if (password.length > LONGEST_PASSWORD)
    throw new Problem(422, "password-long", `A password can have at most ${LONGEST_PASSWORD} characters.`);
  if (isCommon(password.toLowerCase()))
    throw new Problem(422, "password-common", "This is one of the first passwords that attackers try. Choose another.");
}

/** The hash of an account's password; undefined if it has none, as after signing in only with X (Twitter). */
export async function passwordHash(auth: Auth, user: string): Promise<string | undefined> {
  const { internalAdapter } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(user);
  return accounts.find(({ providerId }) => providerId === "credential")?.password ?? undefined;
}
