import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { build } from "../src/cli/build/build.ts";
import { newsletter } from "../src/cli/newsletter/newsletter.ts";
import { launchChromium } from "../tests/support/chromium.ts";

// Writes the picture of docs/newsletter.md: a letter of the sample edition, as the app was last built (npm run build:app).

const ADDRESS = "https://post.example/";

/** In a window by day, and on a phone by night. */
const WINDOW = { width: 660, colorScheme: "light" } as const;
const PHONE = { width: 390, colorScheme: "dark" } as const;

const HEIGHT = 1120;

/** Between the two, in pixels. */
const GAP = 32;

const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
const [content, site, out] = [join(folder, "content"), join(folder, "site"), join(folder, "letter")];
cpSync("content", content, { recursive: true });
writeFileSync(
  join(content, "newsletter.json"),
  JSON.stringify({
    name: "The Broadsheet Letter",
    every: "week",
    note: { text: "Good morning. This week we look at **old machines** that still work, and at what it takes to keep them." },
  }),
);
await build({ content, out: site, url: ADDRESS, compress: false, worker: false });
await newsletter({ content, site, out, url: ADDRESS, since: "2024-01-01" });
const file = readdirSync(out).find((name) => name.endsWith(".html") && name !== "preview.html") ?? "";

const browser = await launchChromium();
const taken: { input: Buffer; left: number; top: number }[] = [];
for (const [at, { width, colorScheme }] of [WINDOW, PHONE].entries()) {
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, colorScheme });
  await page.route(`${ADDRESS}**`, (route) => {
    const path = join(site, new URL(route.request().url()).pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.abort();
  });
  await page.goto(`file://${join(out, file)}`, { waitUntil: "networkidle" });
  taken.push({ input: await page.screenshot({ animations: "disabled" }), left: at * (WINDOW.width + GAP), top: 0 });
}
await browser.close();
const whole = sharp({ create: { width: WINDOW.width + GAP + PHONE.width, height: HEIGHT, channels: 4, background: "#0000" } }).composite(
  taken,
);
await sharp(await whole.png().toBuffer())
  .webp({ quality: 80 })
  .toFile(join("docs", "newsletter.webp"));
rmSync(folder, { recursive: true });
