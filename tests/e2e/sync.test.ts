/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { FIRST, openPaper, signedUp, signIn } from "../support/accountPaper.ts";
import { databases } from "../support/databases.ts";
import { journey as visiting, someOf, WIDTHS } from "../support/journey.ts";
import { go, highlight, NOTE, REMOVED, SAVED, sent, SLUG, STORY, switchOn, twoDevices } from "../support/syncing.ts";

const over = (env: Record<string, string>) =>
  visiting.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
    const paper = await openPaper(env);
    onCleanup(() => paper.close());
    return paper;
  });

const journey = over({});
/** What differs between the databases is tried in tests/server, on both of them at each change. */
const papers = someOf(databases).map(({ name, env }) => ({ name, journeyOver: "DATABASE_URL" in env ? over(env) : journey }));

describe.each(papers)("a library in step by way of $name", ({ journeyOver }) => {
  journeyOver(
    "is the same on two devices, also after one of them was without a connection",
    { timeout: 180_000 },
    async ({ visit, paper }) => {
      const { desk, phone } = await twoDevices(visit, paper);
      const told: string[] = [];
      for (const { page } of [desk, phone]) page.on("request", (request) => told.push(request.postData() ?? ""));
      await go(desk.page, paper, STORY);
      await sent(desk.page, () => desk.page.getByRole("button", { name: "Save", exact: true }).first().click(), SAVED);
      await go(phone.page, paper, "saved");
      await phone.page
        .locator("main")
        .getByRole("link", { name: /Voyager 1/u })
        .first()
        .waitFor();
      // Whoever opened a story on one device finds it in the history of the other.
      await go(phone.page, paper, "history");
      await phone.page
        .locator("main")
        .getByRole("link", { name: /Voyager 1/u })
        .waitFor();

      await go(desk.page, paper, STORY);
      await desk.context.setOffline(true);
      desk.forgive(/ERR_INTERNET_DISCONNECTED/u);
      await highlight(desk.page);
      await desk.page.getByRole("button", { name: "Highlight with a note: “fault lay”" }).waitFor();
      await sent(desk.page, () => desk.context.setOffline(false), NOTE);
      await go(phone.page, paper, "highlights");
      await phone.page.getByText(NOTE).waitFor();

      await go(phone.page, paper, "saved");
      await sent(phone.page, () => phone.page.getByRole("button", { name: /^Remove “/u }).click(), REMOVED);
      await go(desk.page, paper, "saved");
      await desk.page.getByText("Nothing is saved yet").waitFor();
      // All of it was encrypted on its way.
      expect(told.join("")).toContain('"records":[{');
      for (const trace of [SLUG, "Voyager", NOTE, SAVED]) expect(told.join("")).not.toContain(trace);
    },
  );

  journeyOver("leaves nothing of its reader on a device that they sign out of", { timeout: 180_000 }, async ({ visit, paper }) => {
    const { page, context, email } = await signedUp(visit, paper, { worker: true });
    const phrase = await switchOn(page, paper);
    await go(page, paper, STORY);
    await highlight(page);
    await sent(page, () => page.getByRole("button", { name: "Save", exact: true }).first().click(), SAVED);
    await expect.poll(() => left(page)).toContain(NOTE);
    await expect.poll(() => left(page)).toContain(`${STORY}.json`);
    const other = await context.newPage();
    await go(other, paper, "highlights");
    await other.getByText(NOTE).waitFor();

    await go(page, paper, "account");
    await page.getByRole("button", { name: "Sign out" }).click();
    const asks = page.getByRole("dialog", { name: "Sign out" });
    await asks.getByText("All your changes are in your account.").waitFor();
    await asks.getByRole("button", { name: "Sign out and remove it" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await other.getByText("You have not highlighted anything yet").waitFor();
    await other.close();
    const kept = await left(page);
    for (const trace of [SLUG, "Voyager", NOTE, email]) expect(kept).not.toContain(trace);
    expect(await page.locator("body").innerText()).not.toContain(email);

    await signIn(page, email, FIRST);
    await switchOn(page, paper, phrase);
    await go(page, paper, "highlights");
    await page.getByText(NOTE).waitFor();
  });
});

journey("has the browser empty its own cache at signing out", { timeout: 60_000 }, async ({ visit, paper }) => {
  const { page, forgive } = await signedUp(visit, paper);
  forgive(/ERR_CACHE_MISS/u);
  await switchOn(page, paper);
  await go(page, paper, STORY);
  expect(await isCached(page, `/${STORY}`)).toBe(true);
  await page.evaluate(() => localStorage.setItem("broadsheet-settings", "{}"));
  await go(page, paper, "account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out and remove it" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await expect.poll(() => isCached(page, `/${STORY}`)).toBe(false);
  expect(await page.evaluate(() => localStorage.getItem("broadsheet-settings"))).toBe("{}");
});

/** Whether the browser answers for an address by itself. Without a worker, and where no request is routed: that would switch its cache off. */
const isCached = (page: Page, path: string) =>
  page.evaluate(
    (url) =>
      fetch(url, { cache: "only-if-cached", mode: "same-origin" }).then(
        ({ ok }) => ok,
        () => false,
      ),
    path,
  );

journey("says what fails and lets it be tried again, and names before signing out what would be lost", async ({ visit, paper }) => {
  const { page, forgive } = await signedUp(visit, paper);
  forgive(/507/u);
  await switchOn(page, paper);
  const isFull = { status: 507, contentType: "application/problem+json", body: JSON.stringify({ code: "disk-full" }) };
  await page.route("**/api/library", (route) => route.fulfill(isFull));
  await go(page, paper, STORY);
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.getByRole("button", { name: "Saved", exact: true }).first().waitFor();
  await go(page, paper, "account");
  const status = page.getByRole("region", { name: "Your library on all your devices" });
  await status.getByText("The server has run out of space.").waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  const asks = page.getByRole("dialog", { name: "Sign out" });
  await asks.getByText(/^\d changes? (?:is|are) not in your account/u).waitFor();
  await page.route("**/api/sign-out", (route) => route.abort());
  forgive(/ERR_FAILED/u);
  await asks.getByRole("button", { name: "Sign out and remove it" }).click();
  await page.getByRole("alert").getByText("There is no connection to the server. Nothing was changed.").waitFor();
  await page.unroute("**/api/sign-out");
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await asks.getByRole("button", { name: "Stay signed in" }).click();
  await page.unroute("**/api/library");
  await status.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => status.innerText()).not.toContain("run out of space");
  await go(page, paper, "saved");
  await page.locator("main").getByText("Last synced:").waitFor();

  await go(page, paper, "account");
  await page.getByLabel("Sync my library across").uncheck();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await go(page, paper, "saved");
  // What was not in step is the reader's own, and stays.
  await page
    .locator("main")
    .getByRole("link", { name: /Voyager 1/u })
    .first()
    .waitFor();
});

journey("asks the server from one tab at a time", async ({ visit, paper }) => {
  const { page, context } = await signedUp(visit, paper);
  await switchOn(page, paper);
  let [now, most, asked] = [0, 0, 0];
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await context.route("**/api/library", async (route) => {
    most = Math.max(most, ++now);
    asked += 1;
    await answered;
    const response = await route.fetch();
    now -= 1;
    await route.fulfill({ response });
  });
  // A tab asks when it is opened, and when the connection comes back.
  for (const other of [await context.newPage(), await context.newPage()]) await go(other, paper, "saved");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => tabsInTurn(page)).toBe(3);
  await expect.poll(() => asked).toBe(1);
  answer();
  // Turns are in the order in which they were asked for: this one is the last.
  await page.evaluate(() => navigator.locks.request("broadsheet:/:sync", () => {}));
  expect(most).toBe(1);
});

/** How many tabs ask the server or wait for their turn to. */
const tabsInTurn = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return new Set([...held, ...pending].flatMap(({ name, clientId }) => (name === "broadsheet:/:sync" ? [clientId] : []))).size;
  });

journey.for(WIDTHS)("has no barrier, %i pixels wide", async (width, { visit, paper }) => {
  const { page, forgive } = await signedUp(visit, paper, { width });
  await switchOn(page, paper);
  expect(await barriers(page)).toEqual([]);
  await page.route("**/api/library", (route) => route.fulfill({ status: 507, body: "{}" }));
  forgive(/507/u);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("dialog").getByText("are in your account").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await go(page, paper, "saved");
  await page.locator("main").getByText("Your library is not synced.").waitFor();
  expect(await barriers(page)).toEqual([]);
});

visiting("nothing of the sync comes to a reader without an account", async ({ visit }) => {
  const { page } = await visit("/saved");
  await page.getByText("Nothing is saved yet").waitFor();
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(asked.some((name) => name.includes("/idle-"))).toBe(true);
  expect(asked.filter((name) => /\/sync-|\/api\//u.test(name))).toEqual([]);
});

/** All that a browser keeps of the site but the app itself, as text. */
function left(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open(name ?? "");
        opening.addEventListener("success", () => done(opening.result));
      });
      for (const store of database.objectStoreNames) {
        const asking = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => asking.addEventListener("success", done));
        found.push([name, store, asking.result]);
      }
      database.close();
    }
    for (const name of await caches.keys()) found.push([name, (await (await caches.open(name)).keys()).map(({ url }) => url)]);
    return JSON.stringify(found);
  });
}
