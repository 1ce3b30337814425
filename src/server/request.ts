import type { HonoRequest } from "hono";
import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { Problem } from "./problemResponse.ts";

/** The HTTP methods that the API accepts. */
export const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/** The maximum size of a request in bytes, unless a route takes more: a passkey and the wrapped keys of a library are smaller. */
const LARGEST = 64 * 1024;

/** The maximum number of values in a request: parsing takes time by their number, and 2 MB of brackets half a second. A full sync has some 6,000. */
const MOST_VALUES = 50_000;

/**
 * The validated JSON of a request. A request that is too large is not read to its
 * end, whether it states its length or not. Attempts are to be counted before.
 * @param largest how many bytes the route takes
 * @throws Problem 400 that names the invalid field, 413 if the request is too large
 */
export async function bodyOf<T>(request: HonoRequest, schema: v.GenericSchema<unknown, T>, largest = LARGEST): Promise<T> {
  return checked(await jsonOf(request.raw, largest), schema);
}

/** @throws Problem 400 that names the invalid field */
export function checked<T>(asked: unknown, schema: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(schema, asked, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Problem(400, "bad-request", `The request cannot be read: ${v.getDotPath(issue) ?? "it"} ${reason(issue)}.`);
}

async function jsonOf(request: Request, largest: number): Promise<unknown> {
  const bytes = await bytesOf(request, largest);
  if (hasTooMany(bytes)) throw tooLarge();
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Problem(400, "bad-request", "The request is not valid JSON.");
  }
}

/** The text of a request. @throws Problem 413 if it is too large */
export const textOf = async (request: Request, largest: number): Promise<string> => (await bytesOf(request, largest)).toString();

const tooLarge = () => new Problem(413, "too-large", "The request is too large.");

async function bytesOf({ headers, body }: Request, largest: number): Promise<Buffer> {
  if (Number(headers.get("content-length")) > largest) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > largest) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const [QUOTE = 0, BACKSLASH = 0, ...BEFORE_VALUES] = Buffer.from('"\\,[{');

/** Whether JSON has too many values, counted by what precedes them outside of strings. */
function hasTooMany(json: Buffer): boolean {
  let [values, isText] = [0, false];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) isText = !isText;
    else if (isText && byte === BACKSLASH) at += 1;
    else if (!isText && BEFORE_VALUES.includes(byte) && (values += 1) > MOST_VALUES) return true;
  }
  return false;
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
