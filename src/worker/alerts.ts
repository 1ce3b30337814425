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

/** More at once would be a nuisance: the badge counts the others. */
const MOST_NOTICES = 3;

/** What is pushed (content/alerts/alerts.ts), as far as it is shown: the whole contract would make the worker a third larger. */
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

/** What the reader is told of while no page is open. Nothing of it happens unless they asked for it. */
export function watchAlerts(): void {
  scope.addEventListener("periodicsync", (event) => {
    if (event.tag === ALERTS_SYNC) event.waitUntil(look());
  });
  scope.addEventListener("push", (event) => event.waitUntil(showPushed(event.data)));
  // Where the server does not answer now, the app tells it when it is opened.
  scope.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event.newSubscription).catch(() => {})));
  scope.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification));
  });
}

/** Looks for new stories of what is followed on this device, see content/alerts/deviceAlerts.ts. */
async function look(): Promise<void> {
  const before = await readAlerts(await remembered());
  // The reader has switched it off.
  if (!before) return;
  const { data, front } = before;
  const fresh = safeParse(NewestSchema, await readJson(data + freshFile));
  if (!fresh.success) return;
  const { newest } = fresh.output;
  const found = await findFollowed(before.known, newest, await readInterests(), (slug) => readJson(data + dataFile(articlePath(slug))));
  // They may have switched it off meanwhile, or signed out: that deletes the cache, so it is opened anew.
  const now = await readAlerts(await remembered());
  if (!now) return;
  const after = withFound(now, newest, found);
  await writeAlerts(await remembered(), after);
  // Where the browser has no place for a badge, there are the notifications.
  if (found.length > 0) await scope.navigator.setAppBadge?.(after.unseen.length).catch(() => {});
  if (Notification.permission !== "granted") return;
  for (const story of found.slice(0, MOST_NOTICES).toReversed()) await show(story, front);
}

const remembered = (): Promise<Cache> => caches.open(nameOf("alerts"));

/** @throws where there is no answer, or it is an error: nothing counts as looked at then */
async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { cache: "no-cache" });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}.`);
  return response.json();
}

/** A message that nobody can read is shown all the same: browsers take the leave away from a paper that is pushed to and shows nothing. */
function showPushed(data: { json(): unknown } | null): Promise<void> {
  const message = safeParse(PushedSchema, jsonOf(data));
  if (!message.success) return scope.registration.showNotification(new URL(scope.registration.scope).host, { icon: iconOf() });
  const { title, navigate, ...options } = message.output.notification;
  return scope.registration.showNotification(title, { ...options, icon: iconOf(), data: { navigate } });
}

const renew = (made: PushSubscription | null | undefined): Promise<void> =>
  lockSubscription(nameOf("push"), () =>
    renewSubscription({ cacheName: nameOf("push"), manager: scope.registration.pushManager, tell: tellRenewed, made }),
  );

/** @throws where the server cannot be reached, or answers that it has another trouble than that the device is gone */
async function tellRenewed(renewed: object): Promise<boolean> {
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

/** In a window of the paper that is open, else in another. */
async function open({ data }: Notification): Promise<void> {
  const said = safeParse(object({ navigate: string() }), data);
  const home = scope.registration.scope;
  const url = said.success && said.output.navigate.startsWith(home) ? said.output.navigate : home;
  // A page that this worker does not control goes nowhere by it, and to focus it would use up the leave to open another.
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
