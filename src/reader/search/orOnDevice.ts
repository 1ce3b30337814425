import type { QueryClient } from "@tanstack/react-query";
import { ConnectionError } from "../data/errors.ts";
import { editionQuery } from "../data/queries.ts";
import { providerOf } from "./providerOf.ts";
import type { SearchProvider } from "./searchProvider.ts";

/** What was read from the device, until the index answers again. */
const devices = new WeakMap<QueryClient, Promise<SearchProvider | undefined>>();

/**
 * Asks the index, and where that is out of reach the stories on the device.
 * @throws what the index threw, where no story is there either
 */
export async function orOnDevice<T>(client: QueryClient, ask: (provider: SearchProvider) => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    const answer = await ask(await providerOf(client));
    devices.delete(client);
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    const device = isOutOfReach(error) ? await deviceOf(client) : undefined;
    if (!device) throw error;
    return ask(device);
  }
}

function deviceOf(client: QueryClient): Promise<SearchProvider | undefined> {
  const known = devices.get(client) ?? deviceFor(client).catch(() => undefined);
  devices.set(client, known);
  return known;
}

async function deviceFor(client: QueryClient): Promise<SearchProvider | undefined> {
  const { openDevice } = await import("./device/openDevice.ts");
  return openDevice(client.getQueryData(editionQuery().queryKey));
}

/** The server did not answer, neither for the index nor for the code that reads it. */
function isOutOfReach(error: unknown): boolean {
  return !navigator.onLine || (error instanceof Error && error.cause instanceof ConnectionError);
}
