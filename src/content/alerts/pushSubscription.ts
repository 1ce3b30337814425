import { type InferOutput, object, safeParse, string } from "valibot";

/**
 * What the device last told the server about its push subscription, shared by the page and its worker: the endpoint, the secret
 * by which the server identifies it, and the server's key it was made with. Nothing is stored if the device receives no alerts.
 */
const ToldSubscriptionSchema = object({ endpoint: string(), auth: string(), key: string() });

type ToldSubscription = InferOutput<typeof ToldSubscriptionSchema>;

/** Its key in the cache. */
const ENTRY = "/push.json";

/** @param cacheName of the kind "push" */
export async function noteTold(cacheName: string, told: ToldSubscription): Promise<void> {
  await (await caches.open(cacheName)).put(ENTRY, new Response(JSON.stringify(told)));
}

/** @returns undefined if the device receives no alerts, or an earlier version of the app did not store it */
export async function readTold(cacheName: string): Promise<ToldSubscription | undefined> {
  const found = await (await caches.open(cacheName)).match(ENTRY);
  const told = safeParse(ToldSubscriptionSchema, await found?.json().catch(() => undefined));
  return told.success ? told.output : undefined;
}

/**
 * Lets only one page, or the worker, change the subscription at a time: two that renew it at once would end each other's.
 * @param cacheName of the kind "push"
 */
export function lockSubscription<T>(cacheName: string, work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request(cacheName, work) : work();
}

type Renewal = {
  /** A cache of the kind "push". */
  cacheName: string;
  manager: Pick<PushManager, "getSubscription" | "subscribe">;
  /** Sends the server a `RenewedSubscription` (alerts.ts). Resolves to whether it has the device, which another device may have removed. */
  tell: (renewed: object) => Promise<boolean>;
  /** The subscription that the browser made by itself. */
  made?: PushSubscription | null | undefined;
};

/**
 * Browsers end and replace push subscriptions by themselves (Push API, "Subscription refreshes"). If the device's subscription differs from
 * the one the server was told of, this tells the server; if there is none, it subscribes first. Does nothing without permission to show
 * notifications. Call it within `lockSubscription`.
 * @throws if the browser cannot subscribe or the server does not answer: try again later
 */
export async function renewSubscription({ cacheName, manager, tell, made }: Renewal): Promise<void> {
  const told = await readTold(cacheName);
  if (!told || Notification.permission !== "granted") return;
  const { key } = told;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // A page may have replaced the browser's own since.
  const now = (await manager.getSubscription()) ?? made ?? (await manager.subscribe(options));
  if (now.endpoint === told.endpoint) return;
  const { endpoint, keys } = now.toJSON();
  const isKnown = await tell({ old: { endpoint: told.endpoint, auth: told.auth }, endpoint, keys });
  if (isKnown) return noteTold(cacheName, { endpoint: now.endpoint, auth: keys?.["auth"] ?? "", key });
  await caches.delete(cacheName);
  await now.unsubscribe();
}
