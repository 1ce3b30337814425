import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { selectWords } from "../support/selectWords.ts";

const STORY = "/article/voyager-1-makes-sense-again";

describe.each(WIDTHS)("highlights at %i pixels", (width) => {
  journey("are made with one press, last, take a note, and come back after they were removed", async ({ visit }) => {
    const { page } = await visit(STORY, { width });
    await selectWords(page, "#p-4", "fault lay");
    const green = page.getByRole("button", { name: "Highlight in green" });
    await green.waitFor();
    expect(await violations(page, ".passage-tool")).toEqual([]);
    await green.click();
    await expect.poll(() => painted(page, "green")).toEqual(["fault lay"]);
    await page.reload();
    await alive(page);
    await expect.poll(() => painted(page, "green")).toEqual(["fault lay"]);

    const sign = page.getByRole("button", { name: "Highlight: “fault lay”" });
    await sign.focus();
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog", { name: "Highlight: “fault lay”" });
    await card.getByRole("radio", { name: "Blue" }).check();
    await expect.poll(() => painted(page, "blue")).toEqual(["fault lay"]);
    await card.getByRole("textbox", { name: "Note" }).fill("Ask about the chip.");
    expect(await violations(page, ".mark-card")).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Highlight with a note: “fault lay”" }).click();
    expect(await card.getByRole("textbox", { name: "Note" }).inputValue()).toBe("Ask about the chip.");
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);

    await card.getByRole("button", { name: "Remove" }).click();
    await expect.poll(() => painted(page, "blue")).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => painted(page, "blue")).toEqual(["fault lay"]);
  });
});

journey.for(["", "Ask about the chip."])(
  "a note (%j) is added by the keys alone, and Escape leads back to its highlight",
  async (note, { visit }) => {
    const { page } = await visit(STORY);
    await page.keyboard.press("j");
    await page.keyboard.press("h");
    await page.locator(".passage-tool button").first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.ariaLabel);
    while ((await focused()) !== "Add a note") await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".mark-card textarea:focus").waitFor();
    await page.keyboard.type(note);
    await page.keyboard.press("Escape");
    await page.locator(".mark-card").waitFor({ state: "detached" });
    await expect.poll(focused).toMatch(note ? /^Highlight with a note: “/u : /^Highlight: “/u);
  },
);

journey("a highlight whose words an edit took away is listed below the story as moved", async ({ visit }) => {
  const { page } = await visit(STORY);
  await selectWords(page, "#p-4", "fault lay");
  await page.getByRole("button", { name: "Highlight in yellow" }).click();
  await expect.poll(() => painted(page, "yellow")).toEqual(["fault lay"]);
  const edit = (text: string, instead: string) =>
    page.route("**/data/article/voyager-1-makes-sense-again.json", async (route) => {
      const answer = await (await route.fetch()).text();
      await route.fulfill({ body: answer.replaceAll(text, instead), contentType: "application/json" });
    });
  await edit("fault lay", "trouble was");
  // Within the app a page is drawn from its JSON.
  await page.goto(page.url().replace(STORY, "/"));
  await alive(page);
  await page.locator(`a[href$="${STORY}"]`).first().click();
  const moved = page.getByRole("region", { name: "Highlights that have moved" });
  await moved.getByText("fault lay").waitFor();
  expect(await violations(page, ".moved-marks")).toEqual([]);
  expect(await painted(page, "yellow")).toEqual([]);
});

journey("the page of highlights leads to each in its story, and hands the library over", async ({ visit }) => {
  const { page } = await visit(STORY, { width: 360 });
  await selectWords(page, "#p-4", "fault lay");
  await page.getByRole("button", { name: "Highlight in blue" }).click();
  await expect.poll(() => painted(page, "blue")).toEqual(["fault lay"]);
  await page.goto(page.url().replace(STORY, "/highlights"));
  await alive(page);
  await page.getByRole("link", { name: "fault lay" }).waitFor();
  expect(await violations(page, "main")).toEqual([]);
  await page.getByText("Export your library").click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /import elsewhere/u }).click();
  const file = await (await waiting).path();
  const readable = page.waitForEvent("download");
  await page.getByRole("button", { name: /page to read/u }).click();
  expect((await readable).suggestedFilename()).toBe("library.html");
  await page.getByLabel("Library file (JSON)").setInputFiles(file);
  await page.getByText(/^It contained nothing new\.$/u).waitFor();
  // The visit and the place in the story are in the library too, where it has lasted a moment.
  await page.getByText(/^\d (?:entry was|entries were) already here\.$/u).waitFor();
  await page.getByRole("link", { name: "fault lay" }).click();
  await expect.poll(() => page.locator("#p-4").evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
});

const painted = (page: Page, colour: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(`kept-${name}`) ?? [])].map(String), colour);

async function violations(page: Page, part: string) {
  const result = await new AxeBuilder({ page }).include(part).analyze();
  return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
