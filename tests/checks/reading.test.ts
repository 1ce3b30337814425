import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { missing, noAnswer, serverError } from "../support/faults.ts";
import { alive, journey } from "../support/journey.ts";
import type { Fault } from "../support/site.ts";

const STORY = "/article/operation-rescue";
const HEADLINE = "Europol counts 670 suspects and 230 children brought to safety";
const DATA = "/data/topic/europol.json";
const CUTS = 100;
/** Seconds within which a reader sees something other than a page on its way. */
const PATIENCE = 10;

journey(
  "data that is cut off at 100 places leads to an error with a way on, and works when it is whole again",
  async ({ visit, site, task }) => {
    const { page, forgive } = await visit(STORY);
    forgive(/Failed to load|ERR_/u);
    const bytes = readFileSync(join(inject("sampleSite"), DATA));
    let told = 0;
    for (let count = 0; count < CUTS; count++) {
      const offset = Math.floor((bytes.length * count) / CUTS);
      const whole = count % 2 === 0;
      // Half of them say how long the file would be, and half of them pass as complete.
      site.faults.set(DATA, (_, response) => {
        response.writeHead(200, { "Content-Type": "application/json", ...(whole && { "Content-Length": bytes.length }) });
        response.write(bytes.subarray(0, offset), () => (whole ? response.destroy() : response.end()));
      });
      await page.goto(new URL(STORY, site.address).href);
      await alive(page);
      await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
      const again = page.getByRole("button", { name: "Try again" });
      await again.waitFor({ timeout: PATIENCE * 1000 });
      site.faults.clear();
      await again.click();
      await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
      told += 1;
    }
    task.meta.figure = `${told} of ${CUTS} told, each with Try again, which worked`;
    expect(told).toBe(CUTS);
  },
);

/** A byte a second: no browser gives up by itself. */
const trickle: Fault = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  const timer = setInterval(() => response.write("{"), 1000);
  response.on("close", () => clearInterval(timer));
};

/** What the wireless network of a hotel answers to everything. */
const captivePortal: Fault = (_, response) =>
  void response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Sign in to the network</title>");

journey("bad answers lead to a visible state within 10 seconds", async ({ visit, site, task }) => {
  const answers: [string, Fault][] = [
    ["500", serverError],
    ["404", missing],
    ["no answer", noAnswer],
    ["a byte a second", trickle],
    ["a captive portal", captivePortal],
  ];
  const seconds: string[] = [];
  for (const [name, fault] of answers) {
    const { page, overlook } = await visit(STORY);
    overlook(/Failed to load|ERR_/u);
    site.faults.set(DATA, fault);
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    const start = performance.now();
    await page
      .getByRole("progressbar")
      .or(page.getByRole("button", { name: "Try again" }))
      .or(page.getByRole("heading", { name: /farther away/u }))
      .first()
      .waitFor({ timeout: PATIENCE * 1000 });
    seconds.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    expect(await page.locator("body").innerText()).not.toBe("");
    site.faults.clear();
  }
  task.meta.figure = seconds.join(", ");
});

journey("all stories that were saved open without a connection", async ({ visit, site, task }) => {
  const { page, context, overlook } = await visit("/latest", { worker: true });
  overlook(/ERR_|Failed to load|preload/u);
  const slugs = readdirSync(join(inject("sampleSite"), "data", "article"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/u, ""))
    .slice(0, 12);
  for (const slug of slugs) {
    await page.goto(new URL(`/article/${slug}`, site.address).href);
    await alive(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
  }
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  const missing: string[] = [];
  for (const slug of slugs) {
    await page.goto(new URL(`/article/${slug}`, site.address).href);
    const paragraphs = await page.locator("article.story p").count();
    if (paragraphs <= 3) missing.push(slug);
  }
  task.meta.figure = `${slugs.length - missing.length} of ${slugs.length} saved stories opened`;
  expect(missing).toEqual([]);
});

journey("fifty tabs that save at the same moment lose nothing", async ({ visit, site, task }) => {
  const { page, context } = await visit(STORY);
  const slugs = readdirSync(join(inject("sampleSite"), "data", "article"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/u, ""));
  const tabs = await Promise.all(Array.from({ length: 50 }, () => context.newPage()));
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(new URL(`/article/${slugs[index % slugs.length]}`, site.address).href);
    await alive(tab);
  }
  // Two tabs of one story would save it and take it back.
  const first = tabs.slice(0, slugs.length);
  await Promise.all(
    first.map((tab) => tab.getByRole("button", { name: "Save", exact: true }).evaluate((button: HTMLElement) => button.click())),
  );
  await page.goto(new URL("/saved", site.address).href);
  await alive(page);
  const saved = () => page.locator(".items h3").count();
  const more = page.getByRole("button", { name: "Show more" });
  await expect
    .poll(
      async () => {
        if (await more.isVisible()) await more.click();
        return saved();
      },
      { timeout: 20_000 },
    )
    .toBe(first.length);
  task.meta.figure = `${first.length} saved at once from ${tabs.length} tabs, ${await saved()} listed`;
  expect(await page.getByText(HEADLINE).count()).toBeGreaterThan(0);
});
