import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, onTestFinished } from "vitest";
import { PICTURE, SPECIMEN, specimens } from "#prerender/gallery/specimens.ts";
import { barriers } from "../support/accessibility/barriers.ts";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { broadsheet } from "../support/installation.ts";
import { CALM, journey } from "../support/journey.ts";
import { layoutShift } from "../support/layoutShift.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";
import { openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** Pictures of all pages, to look at. */
const OUT = join("build", "themes");

/** The layout shift of a headline that has a line more in the font of a theme, half of what is still good (Core Web Vitals). */
const SHIFT = 0.05;

type Kind = { kind: string; path: string; prepare?: (page: Page) => Promise<unknown> };

const STORY = `/article/${SPECIMEN}`;

/** The other kinds have the same parts as one of these. */
const OF_SAMPLE = ["front page", "Arabic article", "section", "thread", "archive", "topics", "page of the paper", "live blog"];

const KINDS: Kind[] = [
  ...PAGE_KINDS.filter(({ kind }) => OF_SAMPLE.includes(kind)),
  NOT_FOUND,
  { kind: "story with every block", path: STORY },
  { kind: "search with hits", path: "/search?q=europol", prepare: (page) => page.locator("main mark").first().waitFor() },
  { kind: "library", path: "/saved" },
  { kind: "settings", path: STORY, prepare: (page) => opens(page, "dialog.settings", "button.tool[aria-keyshortcuts=t]:visible") },
  { kind: "menu", path: "/topics", prepare: (page) => opens(page, "dialog.menu", ".masthead a[href='#menu']") },
];

async function opens(page: Page, dialog: string, button: string): Promise<void> {
  await page.locator(button).first().click();
  await page.locator(`${dialog}[open]`).waitFor();
}

describe.each(readdirSync("themes"))("the theme %s", (name) => {
  journey("shuts nobody out on any kind of page, moves nothing, and is photographed on each", async ({ visit }) => {
    const folder = temporaryFolder();
    const [content, out, shots] = [join(folder, "content"), join(folder, "site"), join(OUT, name)];
    cpSync("content", content, { recursive: true });
    cpSync(join("themes", name), join(content, "theme"), { recursive: true });
    for (const [file, story] of specimens("en", ["World"])) writeFileSync(join(content, "articles", file), JSON.stringify(story));
    writeFileSync(join(content, "pictures/specimen.svg"), PICTURE);
    await broadsheet(inject("installation"), "build", "--content", content, "--out", out, "--no-compress");
    mkdirSync(shots, { recursive: true });
    const site = await openSite(out);
    onTestFinished(() => site.close());
    const found: string[] = [];
    for (const { kind, path, prepare } of KINDS) {
      const { page, overlook, leave } = await visit(path, { site, ...CALM });
      overlook(/status of 404/u);
      if ((await layoutShift(page)) > SHIFT) found.push(`${kind}: moves`);
      await prepare?.(page);
      for (const width of [360, 1280])
        for (const colorScheme of ["dark", "light"] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const part = width === 360 ? "layout" : colorScheme === "light" ? "all" : "colours";
          const here = [...(await sidewaysScroll(page)), ...(await barriers(page, part))];
          found.push(...here.map((problem) => `${kind}, ${width} px, ${colorScheme}: ${problem}`));
          const file = `${kind.replaceAll(" ", "-")}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: join(shots, file), fullPage: true, animations: "disabled" });
        }
      await leave();
    }
    expect(found).toEqual([]);
  });
});
