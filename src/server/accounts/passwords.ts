import { dictionary } from "@zxcvbn-ts/language-common";
import firefox from "fxa-common-password-list";
import { Problem } from "../problem.ts";

/** OWASP ASVS 5.0, 6.2.1 and 6.2.9: no shorter than 8 characters, and long ones are taken as they are. */
export const SHORTEST = 8;
export const LONGEST = 128;

/** Those that everybody tries first (ASVS 6.2.4 asks for 3,000), in lower case: zxcvbn's, which leaves out what its rules find, and Firefox's. */
const COMMON = new Set(dictionary["passwords-common"].map((password) => password.toLowerCase()));
const isCommon = (password: string): boolean => COMMON.has(password) || firefox.test(password);

/**
 * Refuses a new password that is too short, too long or too common. Which
 * characters it is made of is nobody's business (ASVS 6.2.5).
 * @throws Problem 422
 */
export function checkPassword(password: string): void {
  if (password.length < SHORTEST) throw new Problem(422, "password-short", `A password needs at least ${SHORTEST} characters.`);
  if (password.length > LONGEST) throw new Problem(422, "password-long", `A password can have at most ${LONGEST} characters.`);
  if (isCommon(password.toLowerCase()))
    throw new Problem(422, "password-common", "This password is one of those that everybody tries first. Choose another.");
}
