import type { NewAlertDevice } from "#content/alerts/alerts.ts";
import { lockSubscription, noteTold, readTold, renewSubscription } from "#content/alerts/pushSubscription.ts";
import { cacheName } from "#content/serviceWorker.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { tellApi } from "../../../data/api.ts";
import { address } from "../../../edition/address.ts";
import { isMadeWith } from "./isMadeWith.ts";

/**
 * Tells the server of a subscription that the browser has replaced while the worker could not, as without a connection.
 * @throws what keeps it from that: it is tried again when the app is opened next
 */
export async function renewPushDevice(): Promise<void> {
  const manager = await pushManager();
  if (!manager || !("Notification" in globalThis)) return;
  await lockSubscription(pushCache(), () => renewSubscription({ cacheName: pushCache(), manager, tell }));
}

/**
 * Subscribes anew where this device has a subscription of another key than the server's, which the server cannot push to.
 * @param key of the server
 * @returns whether it has told the server of another subscription
 * @throws what keeps it from that
 */
export async function renewForKey(key: string): Promise<boolean> {
  const manager = await pushManager();
  if (!manager) return false;
  return lockSubscription(pushCache(), async () => {
    const subscription = await manager.getSubscription();
    if (!subscription || isMadeWith(subscription, key) || Notification.permission !== "granted") return false;
    const { endpoint, keys } = subscription.toJSON();
    const told = (await readTold(pushCache())) ?? { endpoint: endpoint ?? "", auth: keys?.["auth"] ?? "" };
    // Noted first: a renewal that fails after this is made up for with the key of now.
    await noteTold(pushCache(), { ...told, key });
    await subscription.unsubscribe();
    await renewSubscription({ cacheName: pushCache(), manager, tell });
    return true;
  });
}

const pushManager = async (): Promise<PushManager | undefined> => (await navigator.serviceWorker?.getRegistration())?.pushManager;

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
