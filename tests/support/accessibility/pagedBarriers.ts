import type { Page } from "playwright-core";
import { pageBarriers } from "./pageBarriers.ts";
import { traps } from "./tabStops.ts";

/** What is wrong with a story in pages: Tab goes through all of its pages and out both ways, Escape leaves its tools, and no step loses the focus. */
export async function pagedBarriers(page: Page): Promise<string[]> {
  const problems = [...(await pageBarriers(page)), ...(await traps(page, true))];
  const hasFocus = (selector: string) => page.evaluate((part) => document.activeElement?.closest(part) !== null, selector);
  await page.locator(".tools-toggle").press("Enter");
  if (!(await hasFocus(".actions"))) problems.push("the story's tools do not get the focus when they are shown");
  await page.keyboard.press("Escape");
  if (!(await hasFocus(".tools-toggle"))) problems.push("the focus does not come back from the story's tools");
  await page.getByRole("button", { name: "Scroll again" }).press("Enter");
  await page.locator(".pages-bar").waitFor({ state: "detached" });
  if (!(await hasFocus("main, header, footer"))) problems.push("the focus is nowhere once the story scrolls again");
  return problems;
}
