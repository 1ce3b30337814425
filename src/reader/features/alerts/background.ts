import { ALERTS_SYNC } from "#content/alerts/deviceAlerts.ts";
import { forgetAlerts, showBadge } from "./rememberedAlerts.ts";

/** The shortest interval at which a browser may wake the worker, in milliseconds. The browser decides when it does. */
const SELDOM = 60 * 60_000;

/** Periodic Background Sync, which only Chromium has. */
type PeriodicSync = {
  register: (tag: string, options: { minInterval: number }) => Promise<void>;
  unregister: (tag: string) => Promise<void>;
  getTags: () => Promise<string[]>;
};

/** Undefined if the browser does not have it, or there is no worker. */
async function periodicSync(): Promise<PeriodicSync | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const found: unknown = registration && Reflect.get(registration, "periodicSync");
  return isPeriodicSync(found) ? found : undefined;
}

const isPeriodicSync = (found: unknown): found is PeriodicSync => typeof found === "object" && found !== null && "getTags" in found;

/** Whether new stories are looked for while no page is open; "none" if the browser cannot. */
export async function backgroundState(): Promise<"on" | "off" | "none"> {
  const sync = await periodicSync();
  if (!sync) return "none";
  // The reader may have withdrawn the permission to show notifications.
  return Notification.permission === "granted" && (await sync.getTags()).includes(ALERTS_SYNC) ? "on" : "off";
}

/** Call it only on a press: it asks for permission to show notifications. @returns why it is still off, if it is */
export async function startBackground(): Promise<"denied" | "not-installed" | undefined> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  try {
    await (await periodicSync())?.register(ALERTS_SYNC, { minInterval: SELDOM });
    return undefined;
  } catch {
    // The browser allows it only for installed apps.
    return "not-installed";
  }
}

export async function stopBackground(): Promise<void> {
  await (await periodicSync())?.unregister(ALERTS_SYNC);
}

/** Ends the alerts of this device and removes what was found, the number on the icon, and notifications that are still shown. */
export async function endAlerts(): Promise<void> {
  await Promise.all([stopBackground(), forgetAlerts(), showBadge(0), closeNotifications()]);
}

async function closeNotifications(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const notification of (await registration?.getNotifications?.()) ?? []) notification.close();
}
