import * as v from "valibot";
import { type Alerts, type NewAlertDevice, NewAlertDeviceSchema } from "#content/alerts/alerts.ts";
import { cacheName, cachePrefix } from "#content/serviceWorker.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { postApi } from "../../../data/api.ts";
import { deviceValue } from "../../../device/deviceValue.ts";
import { address } from "../../../edition/address.ts";
import { usesKey } from "./usesKey.ts";

/** The id of this device among those that receive the account's alerts; "" if it is not one of them. */
const known = deviceValue(
  () => `${cachePrefix(address().base)}push`,
  (found) => v.parse(v.fallback(v.string(), ""), found),
);

export const usePushDevice = known.use;
export const notePushDevice = (id: string): void => known.keep(id === "" ? undefined : id);

/** Whether this browser can receive alerts; "install": only once the paper is on the home screen, as on an iPhone. */
export async function pushSupport(): Promise<"yes" | "no" | "install"> {
  if ("standalone" in navigator && navigator.standalone === false) return "install";
  return "PushManager" in globalThis && "Notification" in globalThis && (await registered()) ? "yes" : "no";
}

/** The service worker that shows push messages. A paper may do without one. */
const registered = (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker?.getRegistration() ?? Promise.resolve(undefined);

/**
 * Subscribes the browser to push messages. Call it only on a press: it asks for permission to show notifications.
 * @param key the server's
 * @returns the subscription, to be sent to the server
 * @throws ApiError
 */
export async function subscribe(key: string, label: string): Promise<NewAlertDevice> {
  if ((await Notification.requestPermission()) !== "granted") throw new ApiError("push-denied");
  const manager = (await registered())?.pushManager;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    if (!manager) throw new TypeError("There is no worker.");
    const subscription = await manager.subscribe(options).catch(async (error: unknown) => {
      // It may be subscribed with another key, for example because the server was set up again.
      const other = await manager.getSubscription();
      if (!other) throw error;
      await other.unsubscribe();
      return manager.subscribe(options);
    });
    return v.parse(NewAlertDeviceSchema, { ...subscription.toJSON(), label });
  } catch (cause) {
    throw new ApiError("push-failed", cause);
  }
}

/** Notes that the server has this device. @param key the server's @param id the server's id for the device */
export async function noteSubscribed(device: NewAlertDevice, key: string, id: string): Promise<void> {
  notePushDevice(id);
  // If this fails, alerts still arrive until the browser replaces the subscription.
  await renewing()
    .then(({ notePushSubscription }) => notePushSubscription(device, key))
    .catch(() => {});
}

/** Sends the server this device's subscription if the browser has replaced it. A failure does not matter: the app tries again. */
export const renewIfReplaced = (): Promise<void> =>
  renewing()
    .then(({ renewPushDevice }) => renewPushDevice())
    .catch(() => {});

/**
 * Makes this device receive alerts again after the server's key has changed. If that fails, it receives none: see `isSubscribed`.
 * @returns whether the server was sent a new subscription
 */
export async function renewIfKeyChanged(key: string): Promise<boolean> {
  if (known.read() === "") return false;
  return renewing()
    .then(({ renewForKey }) => renewForKey(key))
    .catch(() => false);
}

/** Loaded on its own by devices that receive alerts, without the rest of the account. */
const renewing = () => import("./renewPushDevice.ts");

/** Removes this device from the account's, so that no alerts arrive here after the reader signs out. */
export async function unsubscribe(): Promise<void> {
  const id = known.read();
  if (id === "") return;
  // Either of the two is enough: the server also drops a device that push messages no longer reach.
  await Promise.allSettled([postApi("alerts/devices/remove", { id }), forgetPushDevice()]);
}

/**
 * Whether the browser still receives and shows what the server pushes. The reader may have blocked notifications, the browser
 * may have dropped the subscription, and the server cannot push to one made with another key.
 */
export async function isSubscribed({ key }: Pick<Alerts, "key">): Promise<boolean> {
  if (Notification.permission !== "granted") return false;
  const subscription = await (await registered())?.pushManager?.getSubscription();
  return Boolean(subscription && usesKey(subscription, key));
}

/** Ends the browser's push subscription, unless this device is one of `devices`. @param devices ids */
export async function forgetPushDevice(devices: readonly string[] = []): Promise<void> {
  const mine = known.read();
  if (mine === "" || devices.includes(mine)) return;
  notePushDevice("");
  await caches.delete(cacheName(address().base, "push"));
  await (await (await registered())?.pushManager?.getSubscription())?.unsubscribe();
}
