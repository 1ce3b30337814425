import type { NewAlertDevice } from "#content/alerts/alerts.ts";
import { lockSubscription, storeRegistered, readRegistered, renewSubscription } from "#content/alerts/pushSubscription.ts";
import { cacheName } from "#content/serviceWorker.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { postApi } from "../../../data/api.ts";
import { address } from "../../../edition/address.ts";
import { usesKey } from "./usesKey.ts";

/**
 * Tells the server of a replaced subscription if the worker could not do so at the time, for example offline.
 * @throws if it fails; the app tries again when it is next opened
 */
export async function renewPushDevice(): Promise<void> {
  const manager = await pushManager();
  if (!manager || !("Notification" in globalThis)) return;
  await lockSubscription(pushCache(), () => renewSubscription({ cacheName: pushCache(), manager, sendRenewed }));
}

/**
 * Subscribes again if this device's subscription was made with another key than the server's, so that the server cannot push to it.
 * @param key the server's
 * @returns whether the server was sent a new subscription
 * @throws if it fails
 */
export async function renewForKey(key: string): Promise<boolean> {
  const manager = await pushManager();
  if (!manager) return false;
  return lockSubscription(pushCache(), async () => {
    const subscription = await manager.getSubscription();
    if (!subscription || usesKey(subscription, key) || Notification.permission !== "granted") return false;
    const { endpoint, keys } = subscription.toJSON();
    const registered = (await readRegistered(pushCache())) ?? { endpoint: endpoint ?? "", auth: keys?.["auth"] ?? "" };
    // Noted first, so that if this renewal fails, the next attempt uses the new key.
    await storeRegistered(pushCache(), { ...registered, key });
    await subscription.unsubscribe();
    await renewSubscription({ cacheName: pushCache(), manager, sendRenewed });
    return true;
  });
}

const pushManager = async (): Promise<PushManager | undefined> => (await navigator.serviceWorker?.getRegistration())?.pushManager;

async function sendRenewed(renewed: object): Promise<boolean> {
  try {
    await postApi("alerts/devices/renew", renewed);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "no-device") throw error;
    return false;
  }
}

/** Stores what the server was told of this device's subscription. @param key the server's */
export const notePushSubscription = ({ endpoint, keys }: NewAlertDevice, key: string): Promise<void> =>
  storeRegistered(pushCache(), { endpoint, auth: keys.auth, key });

const pushCache = (): string => cacheName(address().base, "push");
