import type { NewAlertDevice } from "#content/alerts/alerts.ts";
import { noteTold, renewSubscription } from "#content/alerts/pushSubscription.ts";
import { cacheName } from "#content/serviceWorker.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { tellApi } from "../../../data/api.ts";
import { address } from "../../../edition/address.ts";

/**
 * Tells the server of a subscription that the browser has replaced while the worker could not, as without a connection.
 * @throws what keeps it from that: it is tried again when the app is opened next
 */
export async function renewPushDevice(): Promise<void> {
  const manager = (await navigator.serviceWorker?.getRegistration())?.pushManager;
  if (!manager || !("Notification" in globalThis)) return;
  await renewSubscription({ cacheName: pushCache(), manager, tell });
}

async function tell(renewed: object): Promise<boolean> {
  try {
    await tellApi("alerts/devices/renew", renewed);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "no-device") throw error;
    return false;
  }
}

/** Keeps in mind what the server was told of this device's subscription. @param key of the server */
export const notePushSubscription = ({ endpoint, keys }: NewAlertDevice, key: string): Promise<void> =>
  noteTold(pushCache(), { endpoint, auth: keys.auth, key });

const pushCache = (): string => cacheName(address().base, "push");
