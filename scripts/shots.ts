import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveSite } from "../src/cli/serving/serveSite.ts";
import { storageKey } from "../src/reader/features/settings/storageKey.ts";
import { launchChromium } from "../tests/support/chromium.ts";
import { selectWords } from "../tests/support/selectWords.ts";

/**
 * Takes screenshots of every page kind, and of dialogs and other overlays, at three
 * widths in three themes: `npm run shots -- --site site --out shots [--only front,menu] [--full]`.
 */
const PAGES: Record<string, string> = {
  front: "/",
  story: "/article/voyager-1-makes-sense-again",
  "story-crime": "/article/operation-rescue",
  "story-de": "/article/oosterschelde-sturmflutsperrwerk",
  "story-ar": "/article/penicillin-ar",
  topic: "/topic/europol",
  "topic-long": "/topic/engineering",
  section: "/section/science",
  place: "/place/the-hague",
  author: "/author/science-desk",
  archive: "/archive",
  month: "/archive/2024/04",
  corrections: "/corrections",
  topics: "/topics",
  places: "/places",
  search: "/search?q=europol",
  "search-empty": "/search",
  "search-none": "/search?q=zzzz",
  "library-empty": "/saved",
  saved: "/saved",
  following: "/following",
  highlights: "/highlights",
  history: "/history",
  highlight: "/article/voyager-1-makes-sense-again",
  player: "/article/voyager-1-makes-sense-again",
  offline: "/offline",
  "not-found": "/science/voyagr-1",
  menu: "/topic/europol",
  settings: "/article/voyager-1-makes-sense-again",
  picture: "/article/voyager-1-makes-sense-again",
  note: "/article/voyager-1-makes-sense-again",
  shortcuts: "/article/voyager-1-makes-sense-again",
  "quick-search": "/article/voyager-1-makes-sense-again",
  error: "/topic/europol",
  loading: "/topic/europol",
};

/** The steps before a screenshot is taken. */
const FIRST: Record<string, (page: Page) => Promise<unknown>> = {
  menu: async (page) => {
    await living(page);
    await page.locator(".masthead a[role=button][href='#menu']").click();
    await page.locator("dialog.menu[open]").waitFor();
  },
  settings: async (page) => {
    await page.locator("button.tool:visible", { hasText: "Text" }).first().click();
    await page.locator("dialog.settings[open]").waitFor();
  },
  picture: async (page) => {
    await living(page);
    await page.locator(".hero a").click();
    await page.locator("dialog.lightbox[open]").waitFor();
  },
  note: async (page) => {
    await living(page);
    await page.locator("#noteref-1").click();
    await page.locator(".note-card").waitFor();
  },
  shortcuts: async (page) => {
    await living(page);
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
  },
  saved: async (page) => furnish(page, "/saved"),
  following: async (page) => furnish(page, "/following"),
  highlights: async (page) => furnish(page, "/highlights"),
  history: async (page) => furnish(page, "/history"),
  highlight: async (page) => {
    await living(page);
    await selectWords(page, "#p-4", "fault lay");
    await page.getByRole("button", { name: "Highlight in green" }).waitFor();
  },
  player: async (page) => {
    await living(page);
    await page.locator(".listen-tool:visible").first().click();
    await page.locator(".player").waitFor();
  },
  "quick-search": async (page) => {
    await living(page);
    await page.keyboard.press("/");
    await page.locator("dialog[open] input[type=search]").fill("europol");
    await page.locator("dialog[open] li mark").first().waitFor();
  },
  error: async (page) => {
    await page.route("**/data/article/*.json", (route) => route.abort());
    await openFirstStory(page);
    await page.locator(".state h1").waitFor();
  },
  loading: async (page) => {
    await page.route("**/data/article/*.json", () => {});
    await openFirstStory(page);
    await page.locator(".skeleton").waitFor();
  },
};
const WIDTHS = [360, 768, 1280];
const THEMES = ["light", "sepia", "dark"] as const;

const option = (name: string, fallback: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};

const out = option("out", "shots");
const only = option("only", Object.keys(PAGES).join(",")).split(",");
const widths = option("widths", WIDTHS.join(",")).split(",").map(Number);
const themes = option("themes", THEMES.join(",")).split(",");
/** Pages (tabs) whose library has been filled. */
const furnished = new WeakSet<Page>();
const fullPage = process.argv.includes("--full");

const server = await serveSite(option("site", "site"), { port: 0 });
const browser = await launchChromium();
await mkdir(out, { recursive: true });
for (const width of widths) {
  const page = await browser.newPage({ serviceWorkers: "block", viewport: { width, height: width < 500 ? 780 : 1100 } });
  for (const name of only) {
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
      await page.goto(server.address);
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [storageKey, JSON.stringify({ theme })] as const);
      await page.goto(new URL(PAGES[name] ?? "/", server.address).href);
      await FIRST[name]?.(page);
      await settle(page);
      await page.screenshot({ path: join(out, `${name}-${width}-${theme}.png`), fullPage, animations: "disabled" });
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
  }
  await page.close();
}
await browser.close();
await server.close();

/** Waits until the page is hydrated, and its background tasks have loaded. */
async function living(page: Page): Promise<void> {
  await page.locator(".masthead a[role=button]").first().waitFor();
  await settle(page);
}

/** Fills the library, with a saved story, a highlight and a followed topic, and opens one of its pages. */
async function furnish(page: Page, path: string): Promise<void> {
  if (!furnished.has(page)) {
    furnished.add(page);
    await page.goto(new URL(PAGES["story"] ?? "/", server.address).href);
    await living(page);
    await page.locator(".actions button", { hasText: "Save" }).click();
    await selectWords(page, "#p-4", "fault lay");
    await page.getByRole("button", { name: "Highlight in green" }).click();
    await page.goto(new URL(PAGES["topic"] ?? "/", server.address).href);
    await living(page);
    await page.getByRole("button", { name: "Follow" }).click();
  }
  await page.goto(new URL(path, server.address).href);
  await page.locator(".tabs").waitFor();
  await living(page);
}

async function openFirstStory(page: Page): Promise<void> {
  await living(page);
  await page.evaluate(() => document.querySelector<HTMLElement>("main h3 a")?.click());
}

/** Waits until fonts and the pictures in view are loaded. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
}
