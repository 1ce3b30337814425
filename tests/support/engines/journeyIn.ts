/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { expect, inject, onTestFinished, test } from "vitest";
import { openSite } from "../site.ts";
import type { Driver, Engine, WindowOptions } from "./driver.ts";

type VisitOptions = Partial<WindowOptions> & {
  /** Whether the visitor uses the address bar while the page may still be loading. */
  leavesEarly?: boolean;
};

type Visit = (path: string, options?: VisitOptions) => Promise<Driver>;

/** Firefox's message about a file that was still loading through the worker when the page was left. */
const LEFT_EARLY = /A ServiceWorker intercepted the request and encountered an unexpected error/u;

/**
 * Tests of what a person does in a browser of one engine. Each visit starts a browser, and an error on its console fails the test.
 * @param folder that of the site, if it is not the sample edition
 */
export function journeyIn({ start }: Engine, folder = () => inject("sampleSite")) {
  return test
    .extend("site", async ({}, { onCleanup }) => {
      const site = await openSite(folder());
      onCleanup(() => site.close());
      return site;
    })
    .extend("visit", async ({ site }, { onCleanup }) => {
      const leave: (() => Promise<string[]>)[] = [];
      const errors: string[] = [];
      onCleanup(async () => {
        errors.push(...(await Promise.all(leave.map((each) => each()))).flat());
      });
      // Not in the cleanup itself: Vitest repeats a cleanup that throws, and no retry could pass.
      onTestFinished(() => expect(errors, errors.join("\n")).toEqual([]));
      const visit: Visit = async (path, { width = 390, height = 844, scripts = true, leavesEarly = false } = {}) => {
        const driver = await start({ width, height, scripts });
        leave.push(async () => (await driver.close()).filter((error) => !(leavesEarly && LEFT_EARLY.test(error))));
        await driver.open(site.address + path.slice(1));
        if (scripts) await alive(driver);
        return driver;
      };
      return visit;
    });
}

/** Waits until the page is hydrated: from then on the app handles clicks. */
export async function alive({ evaluate }: Driver): Promise<void> {
  await expect.poll(() => evaluate(() => document.querySelector(".masthead a.tool[role=button]") !== null)).toBe(true);
}
