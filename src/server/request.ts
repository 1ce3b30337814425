import type { HonoRequest } from "hono";
import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { Problem } from "./problem.ts";

/** The HTTP methods that the API accepts. */
export const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/** The maximum size of a request in bytes. A full sync of highlights with long notes is smaller. */
const LARGEST = 2 * 1024 * 1024;

/**
 * The validated JSON of a request. A request that is too large is not read to its
 * end, whether it states its length or not.
 * @throws Problem 400 that names the invalid field, 413 if the request is too large
 */
export async function bodyOf<T>(request: HonoRequest, schema: v.GenericSchema<unknown, T>): Promise<T> {
  return checked(await jsonOf(request.raw), schema);
}

/** @throws Problem 400 that names the invalid field */
export function checked<T>(asked: unknown, schema: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(schema, asked, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Problem(400, "bad-request", `The request cannot be read: ${v.getDotPath(issue) ?? "it"} ${reason(issue)}.`);
}

async function jsonOf({ headers, body }: Request): Promise<unknown> {
  const tooLarge = () => new Problem(413, "too-large", "The request is too large.");
  if (Number(headers.get("content-length")) > LARGEST) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > LARGEST) throw tooLarge();
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    throw new Problem(400, "bad-request", "The request is not valid JSON.");
  }
}

/**
 * Refuses requests that another site may have made a browser send: a change must be
 * JSON, which no form can send, and come from one of our pages (OWASP ASVS 5.0, 3.5.1).
 * @throws Problem 403 or 415
 */
export function refuseForeign(request: Request, origin: string): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const from = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (from !== origin || (site !== null && site !== "same-origin"))
    throw new Problem(403, "foreign", "Only pages of this site may send this request.");
  if (!/^application\/json\b/iu.test(request.headers.get("content-type") ?? ""))
    throw new Problem(415, "not-json", "The request must be JSON.");
}
