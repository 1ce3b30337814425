import { type InferOutput, object, safeParse, string } from "valibot";

/**
 * What the device last told the server about its push subscription, shared by the page and its worker: the endpoint, the secret
 * by which the server identifies it, and the server's key it was made with. Nothing is stored if the device receives no alerts.
 */
const RegisteredSubscriptionSchema = object({ endpoint: string(), auth: string(), key: string() });

type RegisteredSubscription = InferOutput<typeof RegisteredSubscriptionSchema>;

/** Its key in the cache. */
const ENTRY = "/push.json";

/** @param cacheName of the kind "push" */
export async function storeRegistered(cacheName: string, registered: RegisteredSubscription): Promise<void> {
  await (await caches.open(cacheName)).put(ENTRY, new Response(JSON.stringify(registered)));
}

/** @returns undefined if the device receives no alerts, or an earlier version of the app did not store it */
export async function readRegistered(cacheName: string): Promise<RegisteredSubscription | undefined> {
  const found = await (await caches.open(cacheName)).match(ENTRY);
  const registered = safeParse(RegisteredSubscriptionSchema, await found?.json().catch(() => undefined));
  return registered.success ? registered.output : undefined;
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
  sendRenewed: (renewed: object) => Promise<boolean>;
  /** The subscription that the browser made by itself. */
  made?: PushSubscription | null | undefined;
};

/**
 * Browsers end and replace push subscriptions by themselves (Push API, "Subscription refreshes"). If the device's subscription differs from
 * the one the server was told of, this tells the server; if there is none, it subscribes first. Does nothing without permission to show
 * notifications. Call it within `lockSubscription`.
 * @throws if the browser cannot subscribe or the server does not answer: try again later
 */
export async function renewSubscription({ cacheName, manager, sendRenewed, made }: Renewal): Promise<void> {
  const registered = await readRegistered(cacheName);
  if (!registered || Notification.permission !== "granted") return;
  const { key } = registered;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // A page may have replaced the browser's own since.
  const now = (await manager.getSubscription()) ?? made ?? (await manager.subscribe(options));
  if (now.endpoint === registered.endpoint) return;
  const { endpoint, keys } = now.toJSON();
  const isKnown = await sendRenewed({ old: { endpoint: registered.endpoint, auth: registered.auth }, endpoint, keys });
  if (isKnown) return storeRegistered(cacheName, { endpoint: now.endpoint, auth: keys?.["auth"] ?? "", key });
  await caches.delete(cacheName);
  await now.unsubscribe();
}
