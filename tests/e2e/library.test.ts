import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { cacheName } from "#content/serviceWorker.ts";
import { barriers } from "../support/accessibility/barriers.ts";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { alive, journey } from "../support/journey.ts";
import { selectWords } from "../support/selectWords.ts";

const STORY = "/article/voyager-1-makes-sense-again";
const HEADLINE = "Voyager 1 is making sense again after five months of noise";
const DATABASE = "broadsheet-library:/";

journey("lists of the library name the language of each headline, also without its story", async ({ visit }) => {
  const { page, overlook } = await visit("/article/penicillin-ar");
  const home = new URL("/", page.url()).href;
  const arabic = await page.locator(".story-top h1").innerText();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await selectWords(page, "#p-2", (await page.locator("#p-2").innerText()).split(" ").slice(0, 3).join(" "));
  await page.getByRole("button", { name: "Highlight in green" }).click();
  await page.getByRole("button", { name: /^Highlight: / }).waitFor({ state: "attached" });
  overlook(/ERR_FAILED/u);
  await page.route("**/data/article/*.json", (route) => route.abort());
  for (const [path, headings] of [
    ["saved", "h3"],
    ["history", "h3"],
    ["highlights", "h2, blockquote"],
  ]) {
    await page.goto(home + path);
    await alive(page);
    const told = page.locator(`main :is(${headings})`).filter({ has: page.getByRole("link") });
    await told.first().waitFor();
    for (const one of await told.all())
      expect(await one.evaluate((element: HTMLElement) => [element.lang, getComputedStyle(element).direction])).toEqual(["ar", "rtl"]);
    await expect.poll(() => page.locator("main").innerText()).toContain(arabic);
  }
});

journey(
  "a library lasts, is read without a connection, leaves as a file, and comes back whole after everything was wiped",
  async ({ visit }) => {
    const { page, context, overlook } = await visit(STORY, { worker: true });
    const home = new URL("/", page.url()).href;
    const go = async (path: string) => {
      await page.goto(home + path.slice(1));
      await alive(page);
    };
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await selectWords(page, "#p-4", "fault lay");
    await page.getByRole("button", { name: "Highlight in green" }).click();
    await page.getByRole("button", { name: "Highlight: “fault lay”" }).press("Enter");
    await page.getByRole("dialog").getByRole("textbox", { name: "Note" }).fill("Ask about the chip.");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Highlight with a note: “fault lay”" }).waitFor();
    await expect.poll(() => keptPictures(page)).toBeGreaterThan(0);

    await context.setOffline(true);
    overlook(/ERR_(?:INTERNET_DISCONNECTED|FAILED)|preload request failed/u);
    await page.reload();
    await alive(page);
    const drawn = () => page.locator(".hero img").evaluate((picture: HTMLImageElement) => picture.complete && picture.naturalWidth > 0);
    await expect.poll(drawn).toBe(true);
    await page.getByRole("button", { name: "Highlight with a note: “fault lay”" }).waitFor();
    await context.setOffline(false);

    await go("/topic/europol");
    await page.locator(".list-tools summary").click();
    await page.getByRole("button", { name: "Mute" }).click();
    await page.getByRole("button", { name: "Muted" }).waitFor();
    await go("/section/crime");
    await page.getByText("Hidden: Europol").first().waitFor();

    await go("/saved");
    const before = await exported(page);
    await page.evaluate(wipe, DATABASE);
    await page.getByText(/^The browser has deleted what it stored/u).waitFor();
    await go("/saved");
    await page.getByText("Nothing is saved yet.").waitFor();
    await bringIn(page, before);
    await page.locator(".items").getByRole("link", { name: HEADLINE }).waitFor();
    expect(recordsIn(await exported(page))).toEqual(recordsIn(before));
    await go(STORY);
    await page.getByRole("button", { name: "Highlight with a note: “fault lay”" }).waitFor();
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
  },
);

journey("two tabs see at once what the other one changes", async ({ visit }) => {
  const { page: story, context } = await visit(STORY);
  const list = await context.newPage();
  await list.goto(new URL("/saved", story.url()).href);
  await alive(list);
  await list.getByText("Nothing is saved yet.").waitFor();
  await story.getByRole("button", { name: "Save", exact: true }).click();
  await list.locator(".items").getByRole("link", { name: HEADLINE }).waitFor();
  await list.getByRole("button", { name: `Remove “${HEADLINE}”` }).click();
  await story.getByRole("button", { name: "Save", exact: true }).waitFor();
});

journey("where the browser keeps nothing, the library says so and lasts as long as the page", async ({ visit }) => {
  const { page, context } = await visit(STORY);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await page.reload();
  await alive(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.getByText(/^This browser stores nothing for this site/u).waitFor();
  await page.locator(".items").getByRole("link", { name: HEADLINE }).waitFor();
});

journey("a record that cannot be read is set aside, and the rest is shown", async ({ visit }) => {
  const { page } = await visit(STORY);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
  await page.evaluate(breakRecord, DATABASE);
  await page.goto(new URL("/saved", page.url()).href);
  await alive(page);
  await page.locator(".items").getByRole("link", { name: HEADLINE }).waitFor();
  await expect.poll(() => page.evaluate(countOf, [DATABASE, "aside"])).toBe(1);
});

journey("there is no barrier on the pages of a library, by day and by night, on a phone", async ({ visit }) => {
  const { page } = await visit("/saved", { width: 360, colorScheme: "light", reducedMotion: "reduce" });
  await bringIn(page, JSON.stringify(LIBRARY));
  for (const tab of ["Saved", "Following", "Highlights", "History"]) {
    await page.getByRole("navigation", { name: "Your pages" }).getByRole("link", { name: tab }).click();
    await page.getByRole("heading", { level: 1, name: tab }).waitFor();
    await page.getByText("Export your library").click();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, "colours")).toEqual([]);
  }
});

/** A file of a library as the page of what is saved hands it out. */
async function exported(page: Page): Promise<string> {
  const fold = page.locator("details.takeout");
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /import elsewhere/u }).click();
  return readFileSync(await (await waiting).path(), "utf8");
}

async function bringIn(page: Page, file: string): Promise<void> {
  const fold = page.locator("details.takeout");
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  const buffer = Buffer.from(file);
  await page.getByLabel("Library file (JSON)").setInputFiles({ name: "library.json", mimeType: "application/json", buffer });
  await page.locator(".takeout [role=status] p").first().waitFor();
}

const recordsIn = (file: string): unknown => JSON.parse(file).records;

/** Pictures of saved stories that are on the device. */
function keptPictures(page: Page): Promise<number> {
  const look = async (name: string) => (await (await caches.open(name)).keys()).filter(({ url }) => url.includes("/pictures/")).length;
  return page.evaluate(look, cacheName("/", "kept"));
}

/* What follows runs in the page. */

function wipe(name: string): Promise<void> {
  localStorage.clear();
  return new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = () => done()));
}

function breakRecord(name: string): Promise<void> {
  return new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const database: IDBDatabase = Reflect.get(target ?? {}, "result");
      const transaction = database.transaction("records", "readwrite");
      transaction.objectStore("records").put({ kind: "saved", id: "broken", stamp: "yesterday", value: 7 });
      transaction.oncomplete = () => done(database.close());
    };
  });
}

function countOf([name = "", store = ""]: string[]): Promise<number> {
  return new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => {
      const database: IDBDatabase = Reflect.get(target ?? {}, "result");
      const count = database.transaction(store).objectStore(store).count();
      count.onsuccess = () => (database.close(), done(count.result));
    };
  });
}

const stamp = (count: number): string => `01700000000000-000${count}-device`;
const passage = { exact: "fault lay", prefix: "", suffix: "", start: 0, end: 9 };
const story = { slug: STORY.slice("/article/".length), headline: HEADLINE };

/** Something of every kind. */
const LIBRARY = {
  format: "broadsheet-library",
  version: 1,
  exportedAt: "2024-04-22T07:10:00.000Z",
  records: [
    { kind: "saved", id: story.slug, stamp: stamp(1), value: { ...story, savedAt: 1 } },
    { kind: "read", id: story.slug, stamp: stamp(2), value: { ...story, readAt: 1 } },
    { kind: "position", id: story.slug, stamp: stamp(3), value: { slug: story.slug, paragraph: 4, offset: 2, at: 1 } },
    {
      kind: "followed",
      id: "topic:europol",
      stamp: stamp(4),
      value: { kind: "topic", slug: "europol", name: "Europol", followedAt: 1, seenAt: 1 },
    },
    {
      kind: "muted",
      id: "author:crime-desk",
      stamp: stamp(5),
      value: { kind: "author", slug: "crime-desk", name: "Crime desk", mutedAt: 1 },
    },
    { kind: "search", id: "reefs", stamp: stamp(6), value: { query: "reefs", filters: {}, savedAt: 1, newest: "" } },
    ...["yellow", "green", "blue"].map((colour, at) => ({
      kind: "highlight",
      id: colour,
      stamp: stamp(7 + at),
      value: { ...story, passage, colour, note: "Ask about the chip.", madeAt: 1 },
    })),
  ],
};
