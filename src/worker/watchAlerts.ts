import { boolean, literal, object, optional, picklist, safeParse, string } from "valibot";
import {
  ALERTS_SYNC,
  findFollowed,
  type FoundStory,
  NewestSchema,
  readAlerts,
  withFound,
  writeAlerts,
} from "#content/alerts/deviceAlerts.ts";
import { articlePath, dataFile, freshFile } from "#content/paths.ts";
import { lockSubscription, renewSubscription } from "#content/alerts/pushSubscription.ts";
import { nameOf } from "./caches.ts";
import { readInterests } from "./readInterests.ts";
import { scope, settings } from "./scope.ts";

/** The maximum number of notifications at once: more would be a nuisance, and the badge counts the others. */
const MOST_NOTICES = 3;

/** The parts of a push message (content/alerts/alerts.ts) that are shown: the whole contract would make the worker a third larger. */
const PushedSchema = object({
  web_push: literal(8030),
  notification: object({
    title: string(),
    body: optional(string(), ""),
    navigate: string(),
    lang: string(),
    dir: picklist(["ltr", "rtl"]),
    tag: string(),
    silent: optional(boolean(), false),
  }),
});

/** Alerts while no page is open. None of this happens unless the reader has turned alerts on. */
export function watchAlerts(): void {
  scope.addEventListener("periodicsync", (event) => {
    if (event.tag === ALERTS_SYNC) event.waitUntil(look());
  });
  scope.addEventListener("push", (event) => event.waitUntil(showPushed(event.data)));
  // If the server does not answer now, the app tells it the next time it is opened.
  scope.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event.newSubscription).catch(() => {})));
  scope.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification));
  });
}

/** Checks for new stories on what is followed on this device, see content/alerts/deviceAlerts.ts. */
async function look(): Promise<void> {
  const before = await readAlerts(await alertsCache());
  // The reader has turned alerts off.
  if (!before) return;
  const { data, front } = before;
  const fresh = safeParse(NewestSchema, await readJson(data + freshFile));
  if (!fresh.success) return;
  const { newest } = fresh.output;
  const found = await findFollowed(before.known, newest, await readInterests(), (slug) => readJson(data + dataFile(articlePath(slug))));
  // The reader may have turned alerts off or signed out meanwhile, which deletes the cache, so it is opened again.
  const now = await readAlerts(await alertsCache());
  if (!now) return;
  const after = withFound(now, newest, found);
  await writeAlerts(await alertsCache(), after);
  // A browser without badges still has the notifications.
  if (found.length > 0) await scope.navigator.setAppBadge?.(after.unseen.length).catch(() => {});
  if (Notification.permission !== "granted") return;
  for (const story of found.slice(0, MOST_NOTICES).toReversed()) await show(story, front);
}

const alertsCache = (): Promise<Cache> => caches.open(nameOf("alerts"));

/** @throws if there is no response, or it is an error: the check then does not count */
async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { cache: "no-cache" });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}.`);
  return response.json();
}

/** Shows a notification even for an unreadable message: browsers revoke the permission of sites that receive a push and show nothing. */
function showPushed(data: { json(): unknown } | null): Promise<void> {
  const message = safeParse(PushedSchema, jsonOf(data));
  if (!message.success) return scope.registration.showNotification(new URL(scope.registration.scope).host, { icon: iconOf() });
  const { title, navigate, ...options } = message.output.notification;
  return scope.registration.showNotification(title, { ...options, icon: iconOf(), data: { navigate } });
}

const renew = (made: PushSubscription | null | undefined): Promise<void> =>
  lockSubscription(nameOf("push"), () =>
    renewSubscription({ cacheName: nameOf("push"), manager: scope.registration.pushManager, sendRenewed, made }),
  );

/** @returns false if the server no longer has the device @throws if the server cannot be reached, or has any other error */
async function sendRenewed(renewed: object): Promise<boolean> {
  const response = await fetch(`${settings.base}api/alerts/devices/renew`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(renewed),
  });
  if (response.ok) return true;
  if (safeParse(object({ code: literal("no-device") }), await response.json()).success) return false;
  throw new Error(`The server answered ${response.status}.`);
}

function jsonOf(data: { json(): unknown } | null): unknown {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}

function show({ slug, headline, inLanguage, direction, name }: FoundStory, front: string): Promise<void> {
  return scope.registration.showNotification(headline, {
    body: name,
    lang: inLanguage,
    dir: direction,
    tag: slug,
    icon: iconOf(),
    data: { navigate: front + articlePath(slug).slice(1) },
  });
}

const iconOf = (): string => new URL("icon-192.png", scope.registration.scope).href;

/** Opens a story in an open window of the paper, else in a new one. */
async function open({ data }: Notification): Promise<void> {
  const said = safeParse(object({ navigate: string() }), data);
  const home = scope.registration.scope;
  const url = said.success && said.output.navigate.startsWith(home) ? said.output.navigate : home;
  // Only pages that this worker controls: it cannot navigate others, and focusing one would use up the permission to open a window.
  const windows = (await scope.clients.matchAll({ type: "window" })).filter((each) => each.url.startsWith(home));
  const there = windows.find((each) => each.url === url);
  if (there) return void (await there.focus());
  const [first] = windows;
  const shown = await first
    ?.focus()
    .then((window) => window.navigate(url))
    .catch(() => null);
  if (!shown) await scope.clients.openWindow(url);
}
