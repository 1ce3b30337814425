import * as v from "valibot";
import { LONGEST_PASSWORD } from "#content/accountRules.ts";

export const EmailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email("must be an email address"));

/** As it is typed. Whether a new one will do is for checkPassword. */
export const PasswordSchema = v.pipe(v.string(), v.maxLength(LONGEST_PASSWORD * 4));
