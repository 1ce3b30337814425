import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { alive, journey } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";
const SHEET = /\/assets\/lazy-[^/]+\.css$/u;

/** Holds the late style sheet back. @returns lets it in */
async function holdStyles(page: Page): Promise<() => void> {
  let letIn = () => {};
  const open = new Promise<void>((resolve) => (letIn = resolve));
  await page.route(SHEET, async (route) => {
    await open;
    await route.continue();
  });
  return letIn;
}

describe("the styles of what opens late", () => {
  journey("are not asked for by a story that is only read", async ({ visit, site }) => {
    const { page } = await visit(STORY);
    await page.waitForLoadState("networkidle");
    expect(site.asked.filter((path) => SHEET.test(path))).toEqual([]);
  });

  journey("are there before a dialog is seen", async ({ visit, site }) => {
    const { page } = await visit(STORY);
    const letIn = await holdStyles(page);
    const asked = page.waitForRequest(SHEET);
    await page.getByRole("button", { name: "Text: Reading settings", exact: true }).first().click();
    await asked;
    expect(await page.getByRole("dialog").count()).toBe(0);
    letIn();
    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("dialog").evaluate((dialog) => getComputedStyle(dialog).borderRadius)).toBe("6px");
    expect(site.asked.filter((path) => SHEET.test(path))).toHaveLength(1);
  });

  journey("may fail to come: the dialog opens all the same, and the next one asks again", async ({ visit }) => {
    const { page, forgive } = await visit(STORY);
    forgive(/Failed to load resource/u);
    await page.route(SHEET, (route) => route.abort());
    await page.getByRole("button", { name: "Text: Reading settings", exact: true }).first().click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.unroute(SHEET);
    await page.getByRole("button", { name: "Text: Reading settings", exact: true }).first().click();
    await page.locator("body > link[href*='/lazy-']").waitFor({ state: "attached" });
    expect(await page.getByRole("dialog").evaluate((dialog) => getComputedStyle(dialog).borderRadius)).toBe("6px");
  });

  journey("are aboard with the app: a note opens as it should without a connection", async ({ visit }) => {
    const { page, context, forgive } = await visit(STORY, { worker: true });
    forgive(/Failed to load resource|ERR_INTERNET_DISCONNECTED/u);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await alive(page);
    await page.locator("#noteref-1").click();
    const card = page.getByRole("dialog");
    await card.waitFor();
    expect(await card.evaluate((element) => getComputedStyle(element).borderRadius)).toBe("6px");
  });
});
