import type { QueryClient } from "@tanstack/react-query";
import { BrokenShardError } from "static-search/format";
import { isReachable } from "../../data/reloadPage.ts";
import { ConnectionError, HttpError, PartError } from "../../data/errors.ts";
import { editionQuery } from "../../data/queries.ts";
import { forgetIndex, providerOf } from "./providerOf.ts";
import type { SearchProvider } from "./searchProvider.ts";

/** How long the stories read from the device are reused, in milliseconds. */
const REMEMBERED = 60_000;

const devices = new WeakMap<QueryClient, { at: number; provider: Promise<SearchProvider | undefined> }>();

/**
 * Asks the index or, if that is out of reach, the stories on the device.
 * @throws the error of the index if there is no story on the device either
 */
export async function withDeviceFallback<T>(
  client: QueryClient,
  ask: (provider: SearchProvider) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  try {
    return await ask(await providerOf(client));
  } catch (error) {
    signal.throwIfAborted();
    if (isDamaged(error)) await forgetIndex(client);
    const device = (await isOutOfReach(error)) ? await deviceOf(client) : undefined;
    if (!device) throw error;
    return ask(device);
  }
}

function deviceOf(client: QueryClient): Promise<SearchProvider | undefined> {
  const known = devices.get(client);
  if (known && Date.now() - known.at < REMEMBERED) return known.provider;
  const provider = deviceFor(client).catch(() => undefined);
  devices.set(client, { at: Date.now(), provider });
  void provider.then((found) => found ?? devices.delete(client));
  return provider;
}

async function deviceFor(client: QueryClient): Promise<SearchProvider | undefined> {
  const { openDevice } = await import("./device/openDevice.ts");
  return openDevice(client.getQueryData(editionQuery().queryKey));
}

/** Whether a file of the index is damaged, for example because a server or a network has sent a page in its place. */
export function isDamaged(error: unknown): boolean {
  return error instanceof BrokenShardError || (error instanceof Error && error.cause instanceof BrokenShardError);
}

/** Whether the server did not answer for the index or the code that reads it. A reachable server that lacks the code has a newer version. */
async function isOutOfReach(error: unknown): Promise<boolean> {
  if (!navigator.onLine) return true;
  if (error instanceof PartError) return !(await isReachable(location.href));
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ConnectionError || (cause instanceof HttpError && cause.status >= 500);
}
