import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "../../src/cli/build/build.ts";
import { serveSite } from "../../src/cli/serving/serveSite.ts";
import { pickable } from "../../tests/support/pickedFolder.ts";

const STORY = "voyager-1-makes-sense-again";
const FILES = [`articles/${STORY}.md`, "articles/a-years-rain-on-dubai.md", "pages/about.md", ...["voyager", "tracks", "rain"].map((name) => `pictures/${name}.svg`)]; // prettier-ignore

/**
 * The form of a story at the desk, with its preview.
 * @param repository a folder to make
 */
export async function photographDesk(repository: string, browser: Browser): Promise<Buffer> {
  const [content, site] = [join(repository, "content"), join(repository, "site")];
  mkdirSync(join(repository, ".git"), { recursive: true });
  for (const file of FILES) cpSync(join("content", file), join(content, file));
  const settings: object = JSON.parse(readFileSync("content/edition.json", "utf8"));
  writeFileSync(join(content, "edition.json"), JSON.stringify({ ...settings, admin: { repository: "ostmark/paper" } }));
  await build({ content, out: site, base: "/", compress: false, worker: false });
  const server = await serveSite(site, { port: 0 });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light", serviceWorkers: "block" });
  // The CMS is large.
  page.setDefaultTimeout(180_000);
  // Its files are picked from an address of the site before the desk loads.
  await page.goto(new URL("data/edition.json", server.address).href);
  await pickable(page, repository);
  await page.goto(new URL("admin", server.address).href);
  await page.getByRole("button", { name: "Work with Local Repository" }).click({ timeout: 120_000 });
  await page.waitForURL(/#\/collections\/\w+$/u);
  await page.evaluate((hash) => (location.hash = hash), `#/collections/articles/entries/${STORY}`);
  await page.getByRole("textbox", { name: "Headline", exact: true }).waitFor();
  await page.frameLocator("iframe.preview").locator("article.story h1").waitFor();
  await page.waitForLoadState("networkidle");
  const picture = await page.screenshot({ animations: "disabled" });
  await page.close();
  await server.close();
  return picture;
}
