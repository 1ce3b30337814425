import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { hashed } from "./hashed.ts";
import { Problem } from "./problemResponse.ts";

/**
 * Requires the token that the operator set.
 * @throws Problem 404 if none is set, 401 if the request's differs
 */
export function requireOperator(context: Context, token: string | undefined): void {
  requireSet(token);
  if (!isSame(context.req.header("authorization") ?? "", `Bearer ${token}`))
    throw new Problem(401, "no-token", "This requires the token that the operator set.", { "WWW-Authenticate": "Bearer" });
}

/** What only an operator with a token can read does not exist without one. @throws Problem 404 */
export function requireSet(token: string | undefined): asserts token is string {
  if (token === undefined) throw new Problem(404, "not-found", "There is nothing at this address.");
}

/** Compares in a time that does not reveal how much of the two is equal. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(Buffer.from(hashed(given)), Buffer.from(hashed(expected)));
