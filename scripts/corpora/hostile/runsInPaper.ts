import type { Browser, Page } from "playwright-core";
import { alerts } from "../../../tests/support/hostile/browse.ts";
import { openSite } from "../../../tests/support/site.ts";
import { answerOthers } from "./answerOthers.ts";
import type { Paper } from "./paperOf.ts";

/** What ran or could run on the pages of a paper, whose policy is switched off so that cleaning alone must help. */
export type Runs = { alerted: string[]; couldRun: string[]; shown: number; pages: number };

export async function runsInPaper(browser: Browser, { site: folder, paths }: Paper): Promise<Runs> {
  const site = await openSite(folder);
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: "block" });
  try {
    await answerOthers(context, new URL(site.address).origin);
    return { ...(await alerts(context, site, ["/", "/topics", "/places", ...paths], alive)), pages: paths.length };
  } finally {
    await context.close();
    await site.close();
  }
}

/** Waits for hydration: until then a page is only HTML, in which less can run. */
async function alive(page: Page): Promise<void> {
  await page.locator(".masthead a.tool[role=button]").first().waitFor();
}
