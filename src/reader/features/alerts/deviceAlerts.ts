import * as v from "valibot";
import { type DeviceAlerts, NewestSchema, readAlerts, writeAlerts } from "#content/alerts/deviceAlerts.ts";
import { freshFile } from "#content/paths.ts";
import { cacheName } from "#content/serviceWorker.ts";
import { fetchInTime } from "../../data/fetchInTime.ts";
import { address, basenameOf } from "../../edition/address.ts";

const nameOfCache = (): string => cacheName(address().base, "alerts");

/** Whether this browser can remember anything for its worker: some private windows can't, nor can pages over plain HTTP. */
export const canRemember = (): boolean => "caches" in globalThis;

/** What this device remembers of its alerts, as the worker may have left it. */
export async function rememberedAlerts(): Promise<DeviceAlerts | undefined> {
  return readAlerts(await caches.open(nameOfCache()));
}

/** Changes that, one tab after another. @returns what it is now */
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

/** Remembers from now on. @param newest the stories that are not new */
export async function beginAlerts(newest: string[]): Promise<void> {
  const { data } = address();
  const base = basenameOf(address());
  const front = new URL(base.endsWith("/") ? base : `${base}/`, location.href).href;
  await writeAlerts(await caches.open(nameOfCache()), { data: new URL(data, location.href).href, front, known: newest, unseen: [] });
}

export async function forgetAlerts(): Promise<void> {
  await caches.delete(nameOfCache());
}

/** The number on the app's icon, where the paper is installed and the browser shows one. None where it is 0. */
export async function showBadge(count: number): Promise<void> {
  if (!("setAppBadge" in navigator)) return;
  // Where the browser does not let it, the notice in the page is there.
  await navigator.setAppBadge(count).catch(() => {});
}
