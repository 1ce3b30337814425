import { type InferOutput, object, safeParse, string } from "valibot";

/**
 * What a device has told the server of its push subscription, for the page and its worker: the address, the secret by which
 * the server knows it, and the server's key that it was made with. Nothing is kept where the device receives no alerts.
 */
const ToldSubscriptionSchema = object({ endpoint: string(), auth: string(), key: string() });

type ToldSubscription = InferOutput<typeof ToldSubscriptionSchema>;

/** The name under which it is kept in the cache. */
const ENTRY = "/push.json";

/** @param cacheName of the kind "push" */
export async function noteTold(cacheName: string, told: ToldSubscription): Promise<void> {
  await (await caches.open(cacheName)).put(ENTRY, new Response(JSON.stringify(told)));
}

/** @returns undefined where the device receives no alerts, or an earlier version of the app did not keep it */
export async function readTold(cacheName: string): Promise<ToldSubscription | undefined> {
  const found = await (await caches.open(cacheName)).match(ENTRY);
  const told = safeParse(ToldSubscriptionSchema, await found?.json().catch(() => undefined));
  return told.success ? told.output : undefined;
}

/**
 * Lets one page, or the worker, change the subscription at a time: two that renew it at once would end each other's.
 * @param cacheName of the kind "push"
 */
export function lockSubscription<T>(cacheName: string, work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? navigator.locks.request(cacheName, work) : work();
}

type Renewal = {
  /** Of the kind "push". */
  cacheName: string;
  manager: Pick<PushManager, "getSubscription" | "subscribe">;
  /** Tells the server `RenewedSubscriptionSchema` (alerts.ts). Answers whether it has the device: its reader may have removed it from afar. */
  tell: (renewed: object) => Promise<boolean>;
  /** The subscription that the browser has made itself. */
  made?: PushSubscription | null | undefined;
};

/**
 * Browsers end and replace push subscriptions by themselves (Push API, "Subscription refreshes"). Where the one of this device is not the one that
 * the server was told of, the server is told; where there is none, one is made first. Does nothing without permission to show notifications.
 * Call it within `lockSubscription`.
 * @throws what keeps the browser from subscribing or the server from answering: then it is to be tried again later
 */
export async function renewSubscription({ cacheName, manager, tell, made }: Renewal): Promise<void> {
  const told = await readTold(cacheName);
  if (!told || Notification.permission !== "granted") return;
  const { key } = told;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // What the browser has made may have been replaced by a page since.
  const now = (await manager.getSubscription()) ?? made ?? (await manager.subscribe(options));
  if (now.endpoint === told.endpoint) return;
  const { endpoint, keys } = now.toJSON();
  const isKnown = await tell({ old: { endpoint: told.endpoint, auth: told.auth }, endpoint, keys });
  if (isKnown) return noteTold(cacheName, { endpoint: now.endpoint, auth: keys?.["auth"] ?? "", key });
  await caches.delete(cacheName);
  await now.unsubscribe();
}
