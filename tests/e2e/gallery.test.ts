import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { journey } from "../support/journey.ts";

/** The address at which `broadsheet theme` shows a paper. */
async function shown(content: string, atEnd: (stop: () => void) => void): Promise<string> {
  const command = join(inject("installation"), "bin", "broadsheet.js");
  const child = spawn(process.execPath, [command, "theme", "--content", content, "--port", "0"], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  atEnd(() => child.kill());
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const [address] = /http:\/\/\S+/u.exec(said) ?? [];
    if (address) return address;
  }
  throw new Error(`It ended: ${said}`);
}

journey("a paper's looks are shown on every page kind, in all themes side by side", async ({ browser }) => {
  const stops: (() => void)[] = [];
  const page = await browser.newPage({ viewport: { width: 2200, height: 1000 } });
  try {
    const failed: string[] = [];
    page.on("response", (response) => void (response.status() >= 400 && failed.push(response.url())));
    await page.goto(await shown("tests/fixtures/papers/meridian", (stop) => stops.push(stop)));
    const kinds = [
      "Front page",
      "Story, with every block",
      "Components",
      "List",
      "Index",
      "Archive",
      "Search",
      "Library",
      "Offline",
      "Not found",
    ];
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(kinds);
    expect(await page.locator("iframe").count()).toBe(kinds.length * 5);
    for (const [theme, paper] of [
      ["light", "rgb(244, 248, 246)"],
      ["sepia", "rgb(241, 234, 217)"],
      ["dark", "rgb(11, 23, 22)"],
    ]) {
      const frame = page.frameLocator(`iframe[src="/gallery/${theme}/components.html"]`);
      await page.locator(`iframe[src="/gallery/${theme}/components.html"]`).scrollIntoViewIfNeeded();
      await frame.locator("dialog.panel").waitFor();
      expect(await frame.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor)).toBe(paper);
    }
    const story = page.frameLocator('iframe[src="/gallery/light/article/specimen.html"]');
    for (const block of [
      "h2",
      "ul",
      "ol",
      "blockquote",
      "figure",
      ".gallery",
      "table",
      "pre",
      "hr",
      ".embed",
      ".pull",
      "dl",
      "details",
      ".callout",
      ".box",
    ])
      expect(await story.locator(`.prose ${block}`).count(), block).toBeGreaterThan(0);
    expect(failed).toEqual([]);
  } finally {
    await page.close();
    for (const stop of stops) stop();
  }
});
