import { editionFile } from "#content/paths.ts";
import { offlinePath, shellPrefix } from "#content/serviceWorker.ts";
import { inEachEdition, shellName, stamped } from "./caches.ts";
import { scope, settings } from "./scope.ts";
import { type ResponseCheck, isJson, isOwnPage, isWholeAsset, passesCheck, validOrRefetched } from "./integrity.ts";
import { renamedScript } from "./renamedScript.ts";

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
  const earlier = (await earlierShells()).toReversed();
  const files = await Promise.all([
    ...settings.shell.map(async (file) => (await renamed(file, earlier)) ?? fetched(new Request(file), isWholeAsset)),
    ...pages.map((page) => fetched(page, isOwnPage)),
    ...editions.map((edition) => fetched(edition, isJson)),
  ]);
  const shell = await caches.open(shellName);
  await Promise.all(files.map(({ request, answer }) => shell.put(request, stamped(answer))));
}

/** A file of the app that needs not be loaded: what an earlier version left has its bytes, but for the names of others. */
async function renamed(file: string, shells: string[]): Promise<Kept | undefined> {
  const request = new Request(file);
  const answer = await renamedScript(request.url, shells, Object.keys(settings.digests));
  return answer && (await passesCheck(isWholeAsset, answer, request.url)) ? { request, answer } : undefined;
}

type Kept = { request: Request; answer: Response };

/** @throws if the response fails the check or is an error */
async function fetched(request: Request, check: ResponseCheck): Promise<Kept> {
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

/** The caches of earlier versions, the oldest first. */
const earlierShells = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(shellPrefix(settings.base)) && name !== shellName);
