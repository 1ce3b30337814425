import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveSite } from "../src/cli/serveSite.ts";
import { launchChromium } from "../tests/support/chromium.ts";

/**
 * Pictures of every page kind at three widths in three themes:
 * `npm run shots -- --site site --out shots [--only front,story] [--full]`.
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
  topics: "/topics",
  "not-found": "/science/voyagr-1",
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
const fullPage = process.argv.includes("--full");

const server = await serveSite(option("site", "site"), { port: 0 });
const browser = await launchChromium();
await mkdir(out, { recursive: true });
for (const width of widths) {
  const page = await browser.newPage({ viewport: { width, height: width < 500 ? 780 : 1100 } });
  for (const name of only) {
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
      await page.goto(new URL(PAGES[name] ?? "/", server.address).href);
      if (theme === "sepia") await page.evaluate(() => document.documentElement.setAttribute("data-theme", "sepia"));
      await settle(page);
      await page.screenshot({ path: join(out, `${name}-${width}-${theme}.png`), fullPage });
    }
  }
  await page.close();
}
await browser.close();
await server.close();

/** Fonts and the pictures in view have arrived. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
}
