import { editionFile } from "#content/paths.ts";
import { offlinePath } from "#content/serviceWorker.ts";
import { earlierShells, inEachEdition, shellName, stamped } from "./caches.ts";
import { scope, settings } from "./scope.ts";
import { type ResponseCheck, isJson, isOwnPage, isWholeAsset, passesCheck, validOrRefetched } from "./integrity.ts";
import { renamedScripts } from "./renamedScripts.ts";

/**
 * Stores the app on the device before this version serves anything: all of its
 * files, with the bytes of the build, and the file of each edition, or none (the
 * previous version then stays active). The previous version is kept too, for tabs that still run it.
 */
export function keepShell(): void {
  scope.addEventListener("install", (event) => event.waitUntil(install()));
  scope.addEventListener("activate", (event) => event.waitUntil(activate()));
}

async function install(): Promise<void> {
  const pages = settings.fronts.map((front) => new Request(front + offlinePath.slice(1), { cache: "reload" }));
  const editions = inEachEdition(editionFile).map((file) => new Request(file, { cache: "no-cache" }));
  const renamed = await renamedScripts((await earlierShells()).toReversed(), Object.keys(settings.digests));
  const files = await Promise.all([
    ...settings.shell.map(async (file) => {
      const request = new Request(file);
      // What an earlier version left may have the bytes of the file, but for the names of others.
      const answer = await renamed(request.url);
      return answer && (await passesCheck(isWholeAsset, answer, request.url)) ? { request, answer } : fetched(request, isWholeAsset);
    }),
    ...pages.map((page) => fetched(page, isOwnPage)),
    ...editions.map((edition) => fetched(edition, isJson)),
  ]);
  const shell = await caches.open(shellName);
  await Promise.all(files.map(({ request, answer }) => shell.put(request, stamped(answer))));
}

/** @throws if the response fails the check or is an error */
async function fetched(request: Request, check: ResponseCheck): Promise<{ request: Request; answer: Response }> {
  const answer = await validOrRefetched(await fetch(request), request, check);
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for ${request.url}.`);
  return { request, answer };
}

async function activate(): Promise<void> {
  const others = await earlierShells();
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // The browser requests a page while the worker is still starting.
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}
