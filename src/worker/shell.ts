import { offlinePath, shellPrefix } from "#content/serviceWorker.ts";
import { shellName } from "./caches.ts";
import { scope, settings } from "./scope.ts";
import { type IsWhole, isOwnPage, isWholeAsset, wholeOf } from "./integrity.ts";

/**
 * Takes the app aboard before this version may serve anything: all of its files,
 * each with the bytes that the build gave it, or none (then the version before stays). The
 * version before stays on the device too, for tabs that still run it.
 */
export function keepShell(): void {
  scope.addEventListener("install", (event) => event.waitUntil(takeAboard()));
  scope.addEventListener("activate", (event) => event.waitUntil(takeOver()));
}

async function takeAboard(): Promise<void> {
  const pages = settings.fronts.map((front) => new Request(front + offlinePath.slice(1), { cache: "reload" }));
  const files = await Promise.all([
    ...settings.shell.map((file) => fetched(new Request(file), isWholeAsset)),
    ...pages.map((page) => fetched(page, isOwnPage)),
  ]);
  const shell = await caches.open(shellName);
  await Promise.all(files.map(({ request, answer }) => shell.put(request, answer)));
}

/** @throws where it does not come as it should be */
async function fetched(request: Request, isWhole: IsWhole): Promise<{ request: Request; answer: Response }> {
  const answer = await wholeOf(await fetch(request), request, isWhole);
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for ${request.url}.`);
  return { request, answer };
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(shellPrefix(settings.base)) && name !== shellName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // A page is asked for while the worker still wakes up.
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}
