import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { build } from "../src/cli/build/build.ts";
import { serveSite } from "../src/cli/serving/serveSite.ts";
import { launchChromium } from "../tests/support/chromium.ts";

// Writes the pictures of docs/theme.md: the sample edition in each theme of themes/, as the app was last built (npm run build:app).

/** The front page by day, and a story by night on a phone. */
const FRONT = { path: "/", width: 1280, colorScheme: "light" } as const;
const STORY = { path: "/article/voyager-1-makes-sense-again", width: 390, colorScheme: "dark" } as const;

const HEIGHT = 1120;

/** Between the two, in pixels. */
const GAP = 32;

const OUT = join("docs", "themes");

const browser = await launchChromium();
mkdirSync(OUT, { recursive: true });
for (const theme of readdirSync("themes")) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  cpSync("content", content, { recursive: true });
  cpSync(join("themes", theme), join(content, "theme"), { recursive: true });
  await build({ content, out: site, base: "/", compress: false, worker: false });
  await write(await photographs(site, browser), join(OUT, `${theme}.webp`));
  rmSync(folder, { recursive: true });
}
await browser.close();

async function photographs(site: string, browser: Browser): Promise<Buffer[]> {
  const server = await serveSite(site, { port: 0 });
  const taken: Buffer[] = [];
  for (const { path, width, colorScheme } of [FRONT, STORY]) {
    const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme, serviceWorkers: "block" });
    await page.goto(new URL(path, server.address).href, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    taken.push(await page.screenshot({ animations: "disabled" }));
    await page.close();
  }
  await server.close();
  return taken;
}

/** The two side by side, with nothing between them. */
async function write(pictures: Buffer[], file: string): Promise<void> {
  const width = FRONT.width + GAP + STORY.width;
  const placed = pictures.map((input, at) => ({ input, top: 0, left: at * (FRONT.width + GAP) }));
  const whole = sharp({ create: { width, height: HEIGHT, channels: 4, background: "#0000" } }).composite(placed);
  await sharp(await whole.png().toBuffer())
    .resize({ width: 1200 })
    .webp({ quality: 80 })
    .toFile(file);
}
