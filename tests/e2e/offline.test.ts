import { copyFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { cacheName, KEPT_META, shellPrefix } from "#content/serviceWorker.ts";
import { half } from "../support/faults.ts";
import { alive, journey } from "../support/journey.ts";
import { kept, NO_CONNECTION } from "../support/kept.ts";
import { nextVersion } from "../support/nextVersion.ts";
import { type Fault, openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const STORY = "/article/operation-rescue";
const HEADLINE = "Europol counts 670 suspects and 230 children brought to safety";

describe("a reader without a connection", () => {
  journey("is told so no longer when it is back, on the page where they are", async ({ visit, site }) => {
    const { page, context, overlook } = await visit(STORY, { worker: true });
    await kept(page, "pages", STORY);
    await kept(page, "data", `/data${STORY}.json`, "/data/edition.json");
    await context.setOffline(true);
    await site.close();
    overlook(NO_CONNECTION);
    await page.reload();
    await alive(page);
    const notice = page.locator(".notice", { hasText: "No connection. Showing what is on this device" });
    await notice.waitFor();

    const again = await openSite(inject("sampleSite"), Number(new URL(site.address).port));
    await context.setOffline(false);
    await expect.poll(() => notice.count()).toBe(0);
    await again.close();
  });
});

describe("a copy on the device", () => {
  journey("outlives half a file that a broken server sends in its place", async ({ visit, site }) => {
    const { page, context, overlook } = await visit(STORY, { worker: true });
    await kept(page, "data", "/data/topic/europol.json");
    await page.reload();
    await alive(page);
    site.faults.set("/data/topic/europol.json", half);
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();

    await context.setOffline(true);
    await site.close();
    overlook(NO_CONNECTION);
    await page.reload();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
  });
});

describe("a story that was read before", () => {
  const answer = (type: string, status: number, text: string): Fault => {
    return (_, response) => response.writeHead(status, { "content-type": type }).end(text);
  };

  journey("is taken over as it stands where nothing has changed, and drawn anew where the paper has", async ({ visit, site }) => {
    const { page } = await visit(STORY, { worker: true });
    await kept(page, "pages", STORY);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // The headline of the HTML is marked, as only an element that stays can be.
    await page.addInitScript(() => addEventListener("DOMContentLoaded", () => document.querySelector("h1")?.setAttribute("data-mark", "")));
    const open = async () => {
      await page.goto(site.address + STORY.slice(1));
      await alive(page);
      expect(await page.locator(`meta[name="${KEPT_META}"]`).getAttribute("content")).toBe("page");
      await page.getByRole("heading", { level: 1, name: HEADLINE }).waitFor();
    };
    await open();
    await page.locator("h1[data-mark]").waitFor();
    expect(await page.locator("head title").count()).toBe(1);

    const edition = JSON.parse(readFileSync(join(inject("sampleSite"), "data/edition.json"), "utf8"));
    site.faults.set("/data/edition.json", answer("application/json", 200, JSON.stringify({ ...edition, name: "The Other Sheet" })));
    await open();
    await page.getByRole("banner").getByText("The Other Sheet").first().waitFor();
    expect(await page.locator("h1[data-mark]").count()).toBe(0);
  });

  journey("is not drawn before all of it is there, since nothing is on its way", async ({ visit, site }) => {
    const { page } = await visit(STORY, { worker: true });
    await kept(page, "pages", STORY);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.addInitScript(() => requestAnimationFrame(() => (window.name = document.getElementById("menu") ? "whole" : "in part")));
    const slow = await page.context().newCDPSession(page);
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await page.goto(site.address + STORY.slice(1));
    expect(await page.locator(`meta[name="${KEPT_META}"]`).count()).toBe(1);
    await expect.poll(() => page.evaluate(() => window.name)).toBe("whole");
  });

  journey("opens as it was read and then shows what has changed; one that was taken out goes", async ({ visit, site }) => {
    const { page, forgive } = await visit(STORY, { worker: true });
    await kept(page, "pages", STORY);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const [html, json] = ["html", "json"].map((type) =>
      readFileSync(join(inject("sampleSite"), type === "html" ? `${STORY}.html` : `data${STORY}.json`), "utf8"),
    );
    const corrected = (text = "") => text.replaceAll(HEADLINE, "Europol counts 671 suspects");
    let asked = false;
    site.faults.set(STORY, (request, response) => {
      asked = true;
      answer("text/html", 200, corrected(html))(request, response, () => {});
    });
    site.faults.set(`/data${STORY}.json`, answer("application/json", 200, corrected(json)));

    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => (window.name = document.title));
    });
    await page.goto(site.address + STORY.slice(1));
    expect(await page.evaluate(() => window.name)).toContain("670");
    await page.getByRole("heading", { level: 1, name: "Europol counts 671 suspects" }).waitFor();
    await expect.poll(() => asked).toBe(true);

    forgive(/404|410/u);
    site.faults.set(STORY, answer("text/html", 410, ""));
    site.faults.set(`/data${STORY}.json`, answer("application/json", 404, "{}"));
    await page.goto(site.address + STORY.slice(1));
    await page.getByRole("heading", { level: 1, name: /farther away/u }).waitFor();
    await expect.poll(() => page.evaluate(async (story) => (await caches.match(story))?.status, STORY)).toBeUndefined();
  });
});

describe("a topic that the reader saves", () => {
  journey("says its size first, and opens without a connection: each of its stories, with its picture", async ({ visit, site }) => {
    const { page, context, forgive } = await visit("/topic/spaceflight", { worker: true });
    await page.locator(".list-tools summary").click();
    await page.getByRole("button", { name: "Keep these stories offline" }).click();
    const panel = page.getByRole("dialog", { name: "Keep these stories offline" });
    await panel.getByText(/^\d+ stories, about \d+ .B$/u).waitFor();
    await panel.getByRole("button", { name: "Keep on this device" }).click();
    await panel.getByText("All of it is on this device.").first().waitFor();
    await page.keyboard.press("Escape");
    await page.evaluate(() => navigator.serviceWorker.ready);

    await context.setOffline(true);
    await site.close();
    forgive(NO_CONNECTION);
    await page.goto(`${site.address}article/voyager-1-makes-sense-again`);
    await page.getByRole("heading", { level: 1, name: /^Voyager 1 is making sense/u }).waitFor();
    const drawn = () => page.locator(".hero img").evaluate((picture: HTMLImageElement) => picture.complete && picture.naturalWidth > 0);
    await expect.poll(drawn).toBe(true);

    await page.goto(`${site.address}offline`);
    const kept = page.getByRole("region", { name: "Kept by you" });
    await kept.getByRole("link", { name: "Spaceflight" }).waitFor();
    await kept.getByRole("button", { name: "Remove from this device" }).click();
    await expect.poll(() => kept.count()).toBe(0);
    expect(await page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, cacheName("/", "kept"))).toBe(0);
  });
});

describe("a new version of the app", () => {
  journey("lets an open tab go on, is announced and not forced, and can be taken back for good", async ({ visit, site }) => {
    const port = Number(new URL(site.address).port);
    const { page, context, forgive } = await visit(STORY, { worker: true });
    await kept(page, "data", "/data/topic/europol.json");
    const mark = () => page.evaluate(() => document.documentElement.dataset["mark"]);
    const look = () => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const setMark = () => page.evaluate(() => (document.documentElement.dataset["mark"] = "same page"));
    await setMark();

    await site.close();
    const folder = temporaryFolder();
    const next = await openSite(nextVersion(inject("sampleSite"), folder), port);
    await look();
    const ready = page.getByText("A new version of this app is ready");
    await ready.waitFor();
    // What belongs to the old version's app is still there.
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    expect(await mark()).toBe("same page");

    // What the device has lost of it is gone from the server as well: the tab loads the page anew, by itself and once.
    forgive(/404/u);
    await page.evaluate(async (prefix) => {
      for (const name of (await caches.keys()).filter((each) => each.startsWith(prefix))) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if (request.url.includes("/library-")) await cache.delete(request);
      }
    }, shellPrefix("/"));
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    await page.getByRole("banner").getByRole("link", { name: "Saved" }).click();
    await page.getByRole("heading", { name: "Saved", level: 1 }).waitFor();
    expect(await mark()).toBeUndefined();

    await page.goto(new URL(STORY, page.url()).href);
    await alive(page);
    await setMark();
    await page.evaluate(() => scrollTo(0, 240));
    await ready.waitFor();
    await page.getByRole("button", { name: "Reload" }).click();
    await expect.poll(mark).toBeUndefined();
    await alive(page);
    expect(await ready.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(240);
    expect(await shells(page)).toHaveLength(2);

    copyFileSync(join(inject("installation"), "build", "app", "retire.js"), join(folder, "sw.js"));
    await look();
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await next.close();
  });

  journey("stays away when a part of it is missing", async ({ visit, site }) => {
    const { page } = await visit(STORY, { worker: true });
    await kept(page, "pages", STORY);
    const before = await shells(page);
    await site.close();
    const folder = nextVersion(inject("sampleSite"), temporaryFolder());
    for (const part of readdirSync(join(folder, "assets")).filter((file) => file.startsWith("lists-")))
      rmSync(join(folder, "assets", part));
    const next = await openSite(folder, Number(new URL(site.address).port));
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      if (!installing) return "never came";
      return new Promise((resolve) => installing.addEventListener("statechange", () => resolve(installing.state)));
    });
    expect(failed).toBe("redundant");
    expect(await page.getByText("A new version of this app is ready").count()).toBe(0);
    expect(await page.evaluate(async () => (await caches.match("/offline"))?.status)).toBe(200);
    expect(before).toHaveLength(1);
    await next.close();
  });
});

/** The versions of the app that are on the device. */
function shells(page: Page): Promise<string[]> {
  return page.evaluate(async (prefix) => (await caches.keys()).filter((name) => name.startsWith(prefix)), shellPrefix("/"));
}
