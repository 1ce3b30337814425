import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject } from "vitest";
import { broadsheet } from "../support/installation.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const story = (headline: string, text: string) =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\ntopics: [גשרים]\n---\n${text}\n`;

/** A paper in Hebrew by the installed package, with words of its own. */
function aPaper(): { content: string; build: () => Promise<string> } {
  const content = join(temporaryFolder(), "content");
  const files = {
    "edition.json": JSON.stringify({ name: "העיתון", language: "he", timeZone: "Asia/Jerusalem" }),
    "words/he.json": JSON.stringify({ page: { listen: "להאזין לכתבה", save: "לשמור לאחר כך" }, search: { sortBy: "סדר" } }),
    "articles/bridge.md": story("גשר חדש נפתח", "הגשר נפתח הבוקר לתנועה."),
    "articles/river.md": story("הנהר עלה", "הנהר עלה בלילה."),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const site = join(temporaryFolder(), "site");
  const build = async () => {
    await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
    return site;
  };
  return { content, build };
}

describe.each(WIDTHS)("a paper in Hebrew with words of its own, %i px wide", (width) => {
  journey("says them before and after hydration, and loads no others", async ({ visit }) => {
    const site = await openSite(await aPaper().build());
    const { page } = await visit("/article/bridge", { width, site });
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await alive(page);
    await page.getByRole("button", { name: "לשמור לאחר כך" }).first().waitFor();
    await page.goto(new URL("/search?q=הגשר", page.url()).href);
    await page.getByText("גשר חדש נפתח").first().waitFor();
    const scripts = site.asked.filter((path) => /\/words-[^/]*\.js$/u.test(path)).map((path) => path.replace(/(?:-more)?\.js$/u, ""));
    expect(new Set(scripts).size).toBe(1);
    await site.close();
  });
});

describe("a later build", () => {
  journey("says other words when their file has changed, and keeps them when it is broken", async () => {
    const { content, build } = aPaper();
    const site = await build();
    const page = async () => {
      const opened = await openSite(site);
      const html = await (await fetch(new URL("article/bridge", opened.address))).text();
      await opened.close();
      return html;
    };
    expect(await page()).toContain("לשמור לאחר כך");
    writeFileSync(join(content, "words/he.json"), JSON.stringify({ page: { save: "לשמור עכשיו", lsten: "?" } }));
    await build();
    expect(await page()).toContain("לשמור עכשיו");
    writeFileSync(join(content, "words/he.json"), "{");
    await expect(build()).rejects.toMatchObject({ code: 2 });
    expect(await page()).toContain("לשמור עכשיו");
  });
});
