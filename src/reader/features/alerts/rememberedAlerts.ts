import * as v from "valibot";
import { type DeviceAlerts, NewestSchema, readAlerts, writeAlerts } from "#content/alerts/deviceAlerts.ts";
import { freshFile } from "#content/paths.ts";
import { cacheName } from "#content/serviceWorker.ts";
import { fetchInTime } from "../../data/fetchInTime.ts";
import { address, basenameOf } from "../../edition/address.ts";

const nameOfCache = (): string => cacheName(address().base, "alerts");

/** Whether this browser can store anything for its worker: some private windows cannot, nor can pages over plain HTTP. */
export const canRemember = (): boolean => "caches" in globalThis;

/** The state of this device's alerts, which the worker may have changed. */
export async function rememberedAlerts(): Promise<DeviceAlerts | undefined> {
  return readAlerts(await caches.open(nameOfCache()));
}

/** Changes that state, one tab at a time. @returns the new state */
export function changeAlerts(change: (before: DeviceAlerts) => DeviceAlerts): Promise<DeviceAlerts | undefined> {
  return navigator.locks.request(nameOfCache(), async () => {
    const before = await rememberedAlerts();
    if (!before) return undefined;
    const after = change(before);
    if (after !== before) await writeAlerts(await caches.open(nameOfCache()), after);
    return after;
  });
}

/** The slugs of the newest stories, as the server has them now. */
export async function askNewest(): Promise<string[]> {
  const response = await fetchInTime(address().data + freshFile, { cache: "no-cache" });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return v.parse(NewestSchema, await response.json()).newest;
}

/** Stores the initial state of the alerts. @param newest the stories that are not new */
export async function beginAlerts(newest: string[]): Promise<void> {
  const { data } = address();
  const base = basenameOf(address());
  const front = new URL(base.endsWith("/") ? base : `${base}/`, location.href).href;
  await writeAlerts(await caches.open(nameOfCache()), { data: new URL(data, location.href).href, front, known: newest, unseen: [] });
}

export async function forgetAlerts(): Promise<void> {
  await caches.delete(nameOfCache());
}

/** Shows a number on the app's icon, if the paper is installed and the browser can show one; 0 removes it. */
export async function showBadge(count: number): Promise<void> {
  if (!("setAppBadge" in navigator)) return;
  // If the browser refuses, there is still the notice in the page.
  await navigator.setAppBadge(count).catch(() => {});
}
