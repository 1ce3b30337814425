import { offlinePath, shellPrefix } from "#content/kept.ts";
import { shellName } from "./caches.ts";
import { scope, settings } from "./scope.ts";

/**
 * Takes the app aboard before this version may serve anything: all of its files
 * or none (`addAll` fails as a whole, and then the version before stays). The
 * version before stays on the device too, for tabs that still run it.
 */
export function keepShell(): void {
  scope.addEventListener("install", (event) => event.waitUntil(takeAboard()));
  scope.addEventListener("activate", (event) => event.waitUntil(takeOver()));
}

async function takeAboard(): Promise<void> {
  const shell = await caches.open(shellName);
  const page = new Request(settings.base + offlinePath.slice(1), { cache: "reload" });
  await shell.addAll([...settings.shell, page]);
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(shellPrefix(settings.base)) && name !== shellName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // A page is asked for while the worker still wakes up.
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}
