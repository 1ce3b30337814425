import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { globSync } from "tinyglobby";
import { build } from "../src/cli/build/build.ts";
import { serveSite } from "../src/cli/serving/serveSite.ts";
import { launchChromium } from "../tests/support/chromium.ts";
import { type Example, writeExamples } from "./manual/examples.ts";
import { photographReports } from "./manual/reports.ts";

// Writes the pictures of the manual in docs/shots, as the app was last built (npm run build:app): what each example makes that is followed by
// a picture, and the reports of check and stats.
//   npm run shots:manual -- chart map   only these

const OUT = join("docs", "shots");

/** Every example has this width, in pixels of the page. */
const WIDTH = 640;
const MARGIN = 16;

/** In bytes, for an example, and for one of the others. */
const MOST = { example: 12_000, whole: 45_000 };

/** What is shown of a story, if not its text. */
const PARTS: Record<string, string> = { correction: ".correction", post: ".post" };

const only = process.argv.slice(2);
const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);

mkdirSync(OUT, { recursive: true });
const browser = await launchChromium();
const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
try {
  for (const page of globSync("docs/**/*.md")) {
    const content = join(folder, page);
    const examples = (await writeExamples(readFileSync(page, "utf8"), content)).filter(({ name }) => isWanted(name));
    if (examples.length > 0) await photographExamples(content, examples, browser);
  }
  if (isWanted("check") || isWanted("stats"))
    for (const [name, picture] of await photographReports(join(folder, "reports"), browser)) await write(name, picture, MOST.whole);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function photographExamples(content: string, examples: Example[], browser: Browser): Promise<void> {
  const site = `${content}-site`;
  await build({ content, out: site, base: "/", compress: false, worker: false });
  const server = await serveSite(site, { port: 0 });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1600 }, deviceScaleFactor: 2, colorScheme: "light" });
  for (const { name, slug } of examples) {
    await page.goto(new URL(`article/${slug}`, server.address).href, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    await write(name, await photographed(page, PARTS[name] ?? ".prose"), MOST.example);
  }
  await page.close();
  await server.close();
}

/** A part of the page, with a margin, in the width of the window. */
async function photographed(page: Page, part: string): Promise<Buffer> {
  const box = await page.locator(part).first().boundingBox();
  if (!box) throw new Error(`${page.url()} has no ${part}.`);
  // What is around it is not part of the picture.
  await page.evaluate((one) => {
    for (let each = document.querySelector(one); each && each !== document.body; each = each.parentElement)
      for (const other of each.parentElement?.children ?? [])
        if (other !== each && other instanceof HTMLElement) other.style.visibility = "hidden";
  }, part);
  const clip = { x: 0, y: Math.max(0, box.y - MARGIN), width: WIDTH, height: box.height + 2 * MARGIN };
  return page.screenshot({ clip, animations: "disabled" });
}

/** @param most the size that its file may have, for which it gives up quality, and then half its width */
async function write(name: string, picture: Buffer, most: number): Promise<void> {
  const { width } = await sharp(picture).metadata();
  for (const resized of [width, width / 2])
    for (const quality of [60, 50, 40, 30]) {
      const bytes = await sharp(picture).resize({ width: resized }).avif({ quality, effort: 4 }).toBuffer();
      if (bytes.length > most) continue;
      writeFileSync(join(OUT, `${name}.avif`), bytes);
      console.log(`${name}: ${bytes.length} bytes, ${resized} px, quality ${quality}`);
      return;
    }
  throw new Error(`${name} does not fit into ${most} bytes.`);
}
