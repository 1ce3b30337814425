import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { NO_CONNECTION } from "../support/kept.ts";
import { openSite } from "../support/site.ts";

const STORY = "/article/voyager-2-heard-again";
const TITLE = "Two weeks without Voyager 2";

const player = (page: Page) => page.getByRole("region", { name: "Recording" });
const keep = (page: Page) => page.getByRole("button", { name: `Keep on this device: ${TITLE}` });
const time = (page: Page) => page.getByRole("slider", { name: "Position in the recording" }).inputValue().then(Number);

/** Of what stands about a recording, in a window as wide as a phone and in one as wide as a table. */
async function violations(page: Page): Promise<unknown[]> {
  const found = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const { violations: of } = await new AxeBuilder({ page }).include(".recording").analyze();
    found.push(...of.map(({ id, nodes }) => [width, id, nodes[0]?.html]));
  }
  return found;
}

/** The recordings in all caches of the device. */
const inCaches = (page: Page) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().flatMap(({ url }) => (url.includes("/media/") ? [new URL(url).pathname] : []));
  });

journey("an episode that the reader keeps plays without a connection, from any place in it", async ({ visit, site }) => {
  const { page, context, forgive } = await visit(STORY, { worker: true });
  await keep(page).waitFor();
  expect(await keep(page).getAttribute("aria-label")).toMatch(/, 16\d\skB$/u);
  expect(await keep(page).textContent()).toMatch(/^16\d\skB$/u);

  await page.getByRole("button", { name: `Play: ${TITLE}` }).click();
  await player(page).waitFor();
  await expect.poll(() => time(page)).toBeGreaterThan(0);
  await player(page).getByRole("button", { name: "Stop the recording" }).click();
  expect(await inCaches(page)).toEqual([]);

  expect(await violations(page)).toEqual([]);
  await keep(page).click();
  await expect.poll(() => keep(page).getAttribute("aria-pressed")).toBe("true");
  expect(await violations(page)).toEqual([]);
  expect(await inCaches(page)).toEqual([expect.stringMatching(/^\/media\/voyager-2-[0-9a-f]{8}\.mp3$/u)]);

  await context.setOffline(true);
  await site.close();
  forgive(NO_CONNECTION);
  await page.reload();
  await alive(page);
  expect(await keep(page).getAttribute("aria-pressed")).toBe("true");
  const [file = ""] = await inCaches(page);
  const piece = (range: string) =>
    page.evaluate(
      async ([url = "", asked = ""]) => {
        const answer = await fetch(url, { headers: { range: asked } });
        return [answer.status, answer.headers.get("content-range"), (await answer.arrayBuffer()).byteLength];
      },
      [file, range],
    );
  expect(await piece("bytes=1000-1999")).toEqual([206, expect.stringMatching(/^bytes 1000-1999\/\d{6}$/u), 1000]);
  forgive(/status of 416/u);
  expect(await piece("bytes=500000-")).toEqual([416, expect.stringMatching(/^bytes \*\/\d{6}$/u), 0]);
  await page.getByRole("button", { name: `Play: ${TITLE}` }).click();
  await player(page).waitFor();
  await player(page).getByRole("button", { name: "Forward 30 seconds" }).click();
  await expect.poll(() => time(page)).toBeGreaterThan(31);

  expect((await page.goto(site.address + file.slice(1)))?.headers()["content-type"]).toBe("audio/mpeg");
  await page.goto(`${site.address}offline`);
  await page.getByRole("region", { name: "Kept by you" }).getByRole("link", { name: TITLE }).waitFor();
  await page.getByRole("button", { name: "Remove from this device" }).click();
  await expect.poll(() => inCaches(page)).toEqual([]);

  for (const other of ["media/tide.mp3", "issues/2026-W48.epub"]) {
    await page.goto(site.address + other);
    await page.getByRole("heading", { name: "This page did not load" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "On this device" }).waitFor();
  }
  const again = await openSite(inject("sampleSite"), Number(new URL(site.address).port));
  again.faults.set("/issues/2026-W48.epub", (_, response) => response.end("The week"));
  await context.setOffline(false);
  await page.getByText("The week").waitFor();
  await again.close();
});

journey("one that does not come says so, and can be asked for again", async ({ visit, site }) => {
  const { page, forgive } = await visit(STORY, { worker: true });
  await keep(page).waitFor();
  const port = Number(new URL(site.address).port);
  await site.close();
  forgive(NO_CONNECTION);
  await keep(page).click();
  await page.getByText("Not everything could be fetched. Check the connection and try again.").waitFor();
  expect(await inCaches(page)).toEqual([]);
  const again = await openSite(inject("sampleSite"), port);
  await keep(page).click();
  await expect.poll(() => keep(page).getAttribute("aria-pressed")).toBe("true");
  await again.close();
});
