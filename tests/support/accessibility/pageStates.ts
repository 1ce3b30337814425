import type { Page } from "playwright-core";
import { alive } from "../journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../pageKinds.ts";
import { selectWords } from "../selectWords.ts";
import type { Way } from "./everyButton.ts";

const STORY = "/article/voyager-1-makes-sense-again";

/** They consist of the same parts as others. */
const SAME = new Set(["German article", "Arabic article", "numbered page"]);

/** Actions on a page before buttons are searched. The library is that of `withLibrary`. */
export const PAGE_STATES: Way[] = [
  ...[...PAGE_KINDS, NOT_FOUND].filter(({ kind }) => !SAME.has(kind)).map(({ kind, path }) => ({ name: kind, path })),
  ...["saved", "following", "history", "highlights", "catch-up", "offline"].map((name) => ({ name, path: `/${name}` })),
  ...["saved", "history", "following", "highlights"].map((name) => ({
    name: `last of ${name}`,
    path: `/${name}`,
    prepare: leaveOne,
    within: ".items, .read-list, .own-list, .kept-marks",
  })),
  { name: "story with highlights", path: STORY },
  { name: "story with an embed, left in its midst", path: "/article/curiosity-lands", within: ".embed, .toast" },
  {
    name: "story with words selected",
    path: STORY,
    within: ".passage-tool, .mark-host, [popover]",
    prepare: (page) => selectWords(page, "#p-4", "engineering data"),
  },
  { name: "story with the card of a name", path: STORY, within: ".name-card", prepare: pressName },
  {
    name: "story that was changed",
    path: STORY,
    within: ".toast",
    prepare: (page) => tellNews(page, { changed: [[STORY.slice(9), "2030-01-01T00:00:00Z"]] }),
  },
  { name: "front page with news", path: "/", within: ".toast", prepare: later },
  { name: "search with filters", path: "/search?q=police&section=crime&year=2024", within: "main" },
  { name: "search with many pages", path: "/search?q=the+of+a", within: "main" },
  { name: "search that finds nothing", path: "/search?q=zeppelin+xylophone+police", within: "main" },
  { name: "search with a slip of the pen", path: "/search?q=voyagr", within: "main" },
  {
    name: "search that failed",
    path: "/",
    within: "main",
    prepare: async (page) => {
      // By a server that answers: without one, the saved stories are searched as soon as they are on the device.
      await page.route("**/data/search/**", (route) => route.fulfill({ status: 404 }));
      await page.goto(new URL("search?q=police", page.url()).href);
      await alive(page);
      await page.locator(".none button").first().waitFor();
    },
  },
  {
    name: "page that did not come",
    path: "/",
    within: "main",
    prepare: (page) => failing(page, "**/data/topics.json", ".state", () => page.locator("footer a[href$='/topics']").first().click()),
  },
  {
    name: "dialog that did not come",
    path: "/",
    within: ".toast",
    prepare: (page) => failing(page, "**/assets/layout-*.js", ".toast", () => page.keyboard.press("m")),
  },
  { name: "quick search", path: "/latest", within: "dialog", prepare: (page) => quickly(page, "police") },
  { name: "quick search that finds nothing", path: "/latest", within: "dialog", prepare: (page) => quickly(page, "zeppelin xylophone") },
  { name: "shortcuts", path: "/latest", within: "dialog", prepare: (page) => page.keyboard.press("?") },
];

async function pressName(page: Page): Promise<void> {
  await page.locator(".prose .name").first().click();
  await page.locator(".name-card li").first().waitFor();
}

/** Removes all but one. */
async function leaveOne(page: Page): Promise<void> {
  const remove = page.locator("main").getByRole("button", { name: /^(?:Remove|Stop following)/u });
  await remove.first().waitFor();
  while ((await remove.count()) > 1) {
    const first = await remove.first().elementHandle();
    await first?.click();
    await first?.waitForElementState("hidden");
  }
}

/** The new stories, as the server lists them. */
async function tellNews(page: Page, { newest = [], changed = [] }: { newest?: string[]; changed?: [string, string][] }): Promise<void> {
  await page.route("**/data/fresh.json", (route) => route.fulfill({ json: { newest, changed } }));
  await page.reload();
  await alive(page);
  await page.locator(".toast").waitFor();
}

/** A story comes out while the page is open. */
async function later(page: Page): Promise<void> {
  let newest = ["first"];
  await page.route("**/data/fresh.json", (route) => route.fulfill({ json: { newest, changed: [] } }));
  await Promise.all([page.waitForResponse("**/data/fresh.json"), page.reload()]);
  await alive(page);
  newest = ["second", "first"];
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.locator(".toast").waitFor();
}

/** @param said where it is said that they failed: what is seen before may be gone at the next visit */
async function failing(page: Page, files: string, said: string, act: () => Promise<unknown>): Promise<void> {
  await page.route(files, (route) => route.abort());
  await act();
  await page.locator(said).first().waitFor();
}

async function quickly(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  await page.locator("dialog[open] input").fill(query);
  await page.locator("dialog[open] :is(ol a, .none, [role=status])").first().waitFor();
}
