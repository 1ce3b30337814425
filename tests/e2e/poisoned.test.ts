import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { cacheName, cachePrefix } from "#content/serviceWorker.ts";
import { notJson } from "../support/faults.ts";
import { alive, journey, someOf } from "../support/journey.ts";
import { nextVersion } from "../support/nextVersion.ts";
import { type Fault, openSite, type Site } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const STORY = "/article/operation-rescue";

/** What browsers say of files that are not what they should be. */
const COMPLAINTS = /Failed to (?:load|fetch)|ERR_FAILED|MIME type|preload/u;

const empty: Fault = (_, response) => void response.writeHead(200, { "Content-Type": "text/javascript" }).end();
const nothing: Fault = (_, response) => void response.writeHead(200, { "Content-Type": "application/octet-stream" }).end();

/** Files of the built site in one of its folders, as paths. Compressed copies are no addresses. */
function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(inject("sampleSite"), folder))
    .filter((name) => ending.test(name))
    .map((name) => `/${folder}/${name}`);
}

/** Lets the first answer for each path be a bad one; for good the browser may keep it. */
function poison(site: Site, paths: string[], bad: Fault): void {
  for (const path of paths)
    site.faults.set(path, (request, response, next) => {
      site.faults.delete(path);
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      bad(request, response, next);
    });
}

/** Asks for files from within the page. @returns of each the bytes of its answer in base64, or undefined where none came */
function ask(page: Page, paths: string[]): Promise<(string | undefined)[]> {
  return page.evaluate(async (all) => {
    const one = async (path: string) => {
      const response = await fetch(path).catch(() => undefined);
      if (!response?.ok) return undefined;
      return btoa(new Uint8Array(await response.arrayBuffer()).reduce((text, byte) => text + String.fromCharCode(byte), ""));
    };
    const answers = [];
    for (const path of all) answers.push(await one(path));
    return answers;
  }, paths);
}

const bytesOf = (path: string): string => readFileSync(join(inject("sampleSite"), path)).toString("base64");

async function atWork(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const POISONED: [folder: string, ending: RegExp, bad: Fault][] = [
  ["assets", /\.(?:js|css|woff2)$/u, notJson],
  ["assets", /\.js$/u, empty],
  ["data/search", /\.bin$/u, nothing],
  ["pictures", /\.(?:png|svg|webp|jpg)$/u, notJson],
  ["data/search", /\.bin$/u, notJson],
];

describe("a bad answer that passes for a good one", () => {
  journey.for(someOf(POISONED, 3))("among %s (%s) is given to nobody and kept nowhere", async ([folder, ending, bad], { visit, site }) => {
    const { page, context, overlook } = await visit(STORY, { worker: true });
    overlook(COMPLAINTS);
    await atWork(page);
    const paths = filesIn(folder, ending).slice(0, 80);
    expect(paths.length).toBeGreaterThan(10);
    // Nothing of them is here: neither with the worker nor with the browser.
    await page.evaluate(async (prefix) => {
      for (const name of (await caches.keys()).filter((each) => each.startsWith(prefix))) await caches.delete(name);
    }, cachePrefix("/"));
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    poison(site, paths, bad);
    const right = paths.map(bytesOf);
    // The bad answer is thrown away, and the server asked once more: its second answer is good.
    expect(await ask(page, paths)).toEqual(right);
    expect([...site.faults.keys()]).toEqual([]);
    expect(await ask(page, paths)).toEqual(right);
  });

  journey("does not hide a good one of the same file that is on the device", async ({ visit, site }) => {
    const { page, overlook } = await visit(STORY, { worker: true });
    overlook(COMPLAINTS);
    await atWork(page);
    const path = "/data/topic/europol.json";
    await expect
      .poll(() =>
        page.evaluate(
          (name) =>
            caches
              .open(name)
              .then((cache) => cache.keys())
              .then((all) => all.length),
          cacheName("/", "data"),
        ),
      )
      .toBeGreaterThan(2);
    const [before] = await ask(page, [path]);
    for (const bad of [notJson, cutShort]) {
      site.faults.set(path, bad);
      expect(await ask(page, [path])).toEqual([before]);
      site.faults.clear();
    }
    site.faults.set(
      STORY,
      (_, response) => void response.writeHead(503, { "Content-Type": "text/html" }).end("<!doctype html><h1>Busy</h1>"),
    );
    await page.reload();
    await page.getByRole("heading", { level: 1, name: /Europol counts 670/u }).waitFor();
  });

  journey("in place of a part of the worker's app keeps that version away, and the next look brings it", async ({ visit, site }) => {
    const { page, overlook } = await visit(STORY, { worker: true });
    overlook(COMPLAINTS);
    await atWork(page);
    await site.close();
    const folder = nextVersion(inject("sampleSite"), temporaryFolder());
    const next = await openSite(folder, Number(new URL(site.address).port));
    const parts = readdirSync(join(folder, "assets")).filter((name) => name.startsWith("lists-"));
    for (const part of parts) next.faults.set(`/assets/${part}`, notJson);
    expect(await installed(page)).toBe("redundant");
    next.faults.clear();
    expect(await installed(page)).toBe("installed");
    await page.getByText("A new version of this app is ready").waitFor();
    await page.getByRole("button", { name: "Reload" }).click();
    await alive(page);
    await next.close();
  });
});

const cutShort: Fault = (_, response) => void response.writeHead(200, { "Content-Type": "application/json" }).end('{"kind":"topic"');

/** Looks for a new version. @returns how far it came */
function installed(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (!installing) return "never came";
    return new Promise<string>((resolve) => installing.addEventListener("statechange", () => resolve(installing.state)));
  });
}
