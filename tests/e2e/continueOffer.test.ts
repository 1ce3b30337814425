import { expect } from "vitest";
import { journey } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";

journey("a story that was left half-way offers to go on there when it is opened again by a link in the same visit", async ({ visit }) => {
  const { page } = await visit(STORY, { width: 360 });
  const top = () => page.locator("#p-6").evaluate((paragraph) => Math.abs(paragraph.getBoundingClientRect().top));
  // What notes the place comes at idle.
  await page.waitForLoadState("networkidle");
  await page.locator("#p-6").evaluate((paragraph) => paragraph.scrollIntoView());
  await expect.poll(() => page.evaluate(notedParagraphs)).toEqual([6]);

  await page.locator(".story-head .nameplate").click();
  await page.locator("main .top").waitFor();
  expect(await page.getByRole("button", { name: "Continue", exact: true }).count()).toBe(0);
  await page.locator(`main a[href$="${STORY}"]`).first().click();
  await page.locator(".story").waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.getByText(/^You stopped at paragraph 6 of/u).waitFor();
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect.poll(top).toBeLessThan(400);
});

/** Where the library has noted that stories were left. Runs in the page. */
function notedParagraphs(): Promise<number[]> {
  return new Promise((done) => {
    indexedDB.open("broadsheet-library:/").onsuccess = ({ target }) => {
      const database: IDBDatabase = Reflect.get(target ?? {}, "result");
      const all = database.transaction("records").objectStore("records").getAll();
      all.onsuccess = () => {
        database.close();
        done(all.result.filter(({ kind }) => kind === "position").map(({ value }) => value.paragraph));
      };
    };
  });
}
