import * as v from "valibot";
import { type Alerts, type NewAlertDevice, NewAlertDeviceSchema } from "#content/alerts/alerts.ts";
import { cacheName, cachePrefix } from "#content/serviceWorker.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { tellApi } from "../../../data/api.ts";
import { deviceValue } from "../../../device/deviceValue.ts";
import { address } from "../../../edition/address.ts";
import { isMadeWith } from "./isMadeWith.ts";

/** What the account calls this device among those that receive its alerts; "" where it is none. */
const known = deviceValue(
  () => `${cachePrefix(address().base)}push`,
  (found) => v.parse(v.fallback(v.string(), ""), found),
);

export const usePushDevice = known.use;
export const notePushDevice = (id: string): void => known.keep(id === "" ? undefined : id);

/** Whether this browser can receive alerts; "install": it could, if the paper were on the home screen, as on an iPhone. */
export async function pushSupport(): Promise<"yes" | "no" | "install"> {
  if ("standalone" in navigator && navigator.standalone === false) return "install";
  return "PushManager" in globalThis && "Notification" in globalThis && (await registered()) ? "yes" : "no";
}

/** The worker that shows what is pushed. A paper may want none. */
const registered = (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker?.getRegistration() ?? Promise.resolve(undefined);

/**
 * Has the browser receive what is pushed. Only at a press: it asks for leave to show notifications.
 * @param key of the server
 * @returns what the server is to be told
 * @throws ApiError
 */
export async function subscribe(key: string, label: string): Promise<NewAlertDevice> {
  if ((await Notification.requestPermission()) !== "granted") throw new ApiError("push-denied");
  const manager = (await registered())?.pushManager;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    if (!manager) throw new TypeError("There is no worker.");
    const subscription = await manager.subscribe(options).catch(async (error: unknown) => {
      // It may be subscribed with another key, as of a server that was set up anew.
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

/** Notes that the server has this device. @param key of the server @param id that it gave the device */
export async function noteSubscribed(device: NewAlertDevice, key: string, id: string): Promise<void> {
  notePushDevice(id);
  // Without it alerts come as well, until the browser replaces the subscription.
  await renewing()
    .then(({ notePushSubscription }) => notePushSubscription(device, key))
    .catch(() => {});
}

/** Has the server know the subscription of this device, where the browser has replaced it. A failure does not matter: the app tries again. */
export const renewIfReplaced = (): Promise<void> =>
  renewing()
    .then(({ renewPushDevice }) => renewPushDevice())
    .catch(() => {});

/**
 * Makes this device receive alerts again after the server's key has changed. Where that fails, the device receives none: `isSubscribed`.
 * @returns whether the server knows another subscription of it
 */
export async function renewIfKeyChanged(key: string): Promise<boolean> {
  if (known.read() === "") return false;
  return renewing()
    .then(({ renewForKey }) => renewForKey(key))
    .catch(() => false);
}

/** It comes by itself on devices that receive alerts, without the rest of the account. */
const renewing = () => import("./renewPushDevice.ts");

/** Takes this device off the account's, where it is one of them: whoever signs out is told nothing here any more. */
export async function unsubscribe(): Promise<void> {
  const id = known.read();
  if (id === "") return;
  // What one of these cannot do, the other does: the server gives up a device that no push reaches
  await Promise.allSettled([tellApi("alerts/devices/remove", { id }), forgetPushDevice()]);
}

/**
 * Whether the browser still receives and shows what the server pushes: its reader may have blocked notifications, it may drop a subscription itself,
 * and one that was made with another key is none that the server can push to.
 */
export async function isSubscribed({ key }: Pick<Alerts, "key">): Promise<boolean> {
  if (Notification.permission !== "granted") return false;
  const subscription = await (await registered())?.pushManager?.getSubscription();
  return Boolean(subscription && isMadeWith(subscription, key));
}

/** Has the browser receive nothing any more, unless it is one of these devices. @param devices their ids */
export async function forgetPushDevice(devices: readonly string[] = []): Promise<void> {
  const mine = known.read();
  if (mine === "" || devices.includes(mine)) return;
  notePushDevice("");
  await caches.delete(cacheName(address().base, "push"));
  await (await (await registered())?.pushManager?.getSubscription())?.unsubscribe();
}
