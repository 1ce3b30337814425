import * as v from "valibot";
import { LONGEST_PASSWORD } from "#content/accountRules.ts";

/** An address that email can be sent to: one that the auth library accepts too, such as o'brien@example.org. */
export const AddressSchema = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.maxLength(254),
  v.regex(/^(?!\.)(?!.*\.\.)[\w+'.-]*[\w+-]@(?:[\da-z][\da-z-]*\.)+[a-z]{2,}$/u, "must be an email address"),
);

/** An address as typed. */
export const EmailSchema = v.pipe(v.string(), v.trim(), AddressSchema);

/** A password as typed. checkPassword decides whether a new one is acceptable. */
export const PasswordSchema = v.pipe(v.string(), v.maxLength(LONGEST_PASSWORD * 4));
