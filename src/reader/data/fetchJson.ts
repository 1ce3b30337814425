import { address } from "../edition/address.ts";
import { noteAnswer } from "../device/connection.ts";
import { takeEarly } from "#loading/early/earlyFiles.ts";
import { fetchInTime } from "./fetchInTime.ts";
import { BrokenFileError, ConnectionError, HttpError } from "./errors.ts";

/**
 * One JSON file of the edition, as unknown data.
 * @param file below the data address, such as "article/voyager-1.json", percent-encoded
 * @throws HttpError, ConnectionError or BrokenFileError; the signal's own error when it was cancelled
 */
export async function fetchJson(file: string, signal: AbortSignal): Promise<unknown> {
  const url = address().data + file;
  const response = await (takeEarly(url) ?? fetchInTime(url, { signal })).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ConnectionError(url, cause);
  });
  noteAnswer(response.headers);
  if (!response.ok) throw new HttpError(response.status, url);
  try {
    return await response.json();
  } catch (cause) {
    signal.throwIfAborted();
    throw new BrokenFileError(url, cause);
  }
}
