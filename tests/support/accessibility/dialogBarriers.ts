import type { Locator, Page } from "playwright-core";
import { dialogStops } from "./dialogStops.ts";
import { pageBarriers } from "./pageBarriers.ts";

/** How long a dialog may take to close, or to give the focus back, in milliseconds. */
const SOON = 3000;

/** Opens a dialog with the keyboard. @returns what is wrong with the open dialog, or once Escape has closed it */
export async function dialogBarriers(page: Page, trigger: Locator): Promise<string[]> {
  await trigger.focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  const problems: string[] = [];
  if (!(await page.evaluate(hasFocus))) problems.push("does not get the focus when it opens");
  problems.push(...(await pageBarriers(page)), ...(await dialogStops(page)));
  await page.keyboard.press("Escape");
  if (await fails(dialog.waitFor({ state: "detached", timeout: SOON }))) return [...problems, "Escape does not close it"];
  const opener = await trigger.elementHandle();
  if (await fails(page.waitForFunction((element) => document.activeElement === element, opener, { timeout: SOON })))
    problems.push(`the focus does not come back to what opened it, but to ${await page.evaluate(focused)}`);
  return problems;
}

const fails = (waiting: Promise<unknown>): Promise<boolean> =>
  waiting.then(
    () => false,
    () => true,
  );

/** It is run in the page, like the function below. */
function hasFocus(): boolean {
  return document.activeElement?.closest("dialog[open]") !== null;
}

function focused(): string {
  return document.activeElement?.outerHTML.slice(0, 160) ?? "nothing";
}
