import * as v from "valibot";
import { address } from "../edition/address.ts";
import { fetchInTime } from "./fetchInTime.ts";
import { ApiError } from "./ApiError.ts";

/** The address of something below the server's `api/`. */
export const apiUrl = (path: string): string => `${address().base}api/${path}`;

/**
 * Reads from the account server.
 * @param path below `api/`, such as "account/sessions"
 * @throws ApiError; the signal's own error when it was cancelled
 */
export async function readApi<T>(path: string, schema: v.GenericSchema<unknown, T>, signal: AbortSignal): Promise<T> {
  const answer = v.safeParse(schema, await ask(path, { signal }));
  if (!answer.success) throw new ApiError("server-error", answer.issues);
  return answer.output;
}

/**
 * Sends something to the account server.
 * @throws ApiError
 */
export function postApi(path: string, body: object = {}): Promise<unknown> {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
    body: JSON.stringify(body),
  });
}

const ProblemSchema = v.fallback(v.object({ code: v.string() }), { code: "server-error" });

async function ask(path: string, request: RequestInit): Promise<unknown> {
  const response = await fetchInTime(apiUrl(path), { credentials: "same-origin", cache: "no-store", ...request }).catch(
    (cause: unknown) => {
      request.signal?.throwIfAborted();
      throw new ApiError("connection", cause);
    },
  );
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(v.parse(ProblemSchema, answer).code);
  return answer;
}
