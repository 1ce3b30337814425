import * as v from "valibot";
import { LONGEST_PASSWORD } from "#content/accountRules.ts";

export const EmailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email("must be an email address"));

/** A password as typed. checkPassword decides whether a new one is acceptable. */
export const PasswordSchema = v.pipe(v.string(), v.maxLength(LONGEST_PASSWORD * 4));
