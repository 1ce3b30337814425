import type { Page } from "playwright-core";
import { expect } from "vitest";
import { cacheName } from "#content/serviceWorker.ts";

/** What a browser complains of where a test takes the connection away. */
export const NO_CONNECTION = /ERR_(?:INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)|preload request failed/u;

/** Waits until a cache of the service worker has these addresses. */
export async function kept(page: Page, kind: Parameters<typeof cacheName>[1], ...paths: string[]): Promise<void> {
  const look = ([name, wanted]: [string, string[]]) =>
    caches
      .open(name)
      .then((cache) => Promise.all(wanted.map((path) => cache.match(path))))
      .then((found) => found.every(Boolean));
  await expect.poll(() => page.evaluate(look, [cacheName("/", kind), paths] as [string, string[]]), { timeout: 20_000 }).toBe(true);
}
