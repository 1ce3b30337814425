import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { clippedText } from "../support/accessibility/clippedText.ts";
import { movement } from "../support/accessibility/movement.ts";
import { runTogether } from "../support/accessibility/runTogether.ts";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { journey, RUN } from "../support/journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

/** The kinds of page that the core looks at, and those that the rest looks at. Only a run of all looks at kinds that are laid out like one of these. */
const KINDS_OF = {
  core: ["front page", "article", "topic", "search"],
  rest: ["Arabic article", "article with every kind of note", "author", "thread", "archive", "topics", "latest", "page of the paper", "corrections", "live blog", NOT_FOUND.kind], // prettier-ignore
};

const KINDS = [...PAGE_KINDS, NOT_FOUND]
  .filter(({ kind }) => RUN === "all" || KINDS_OF[RUN].includes(kind))
  .map((kind) => [kind.kind, kind] as const);

journey.for(KINDS)(
  "there is no barrier on a page of the kind %s: by day and by night, in colours of the system, and magnified to 400 %%",
  async ([, { path }], { visit }) => {
    const { page, forgive } = await visit(path, { colorScheme: "light", reducedMotion: "reduce" });
    if (path === NOT_FOUND.path) forgive(/status of 404/u);
    expect(await barriers(page)).toEqual([]);
    expect(await movement(page)).toEqual([]);
    expect(await unmarkedLists(page)).toEqual([]);
    expect(await runTogether(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page, "colours")).toEqual([]);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    expect(await barriers(page, "colours")).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
    // 1280 px magnified four times.
    await page.setViewportSize({ width: 320, height: 512 });
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await clippedText(page)).toEqual([]);
    expect(await barriers(page, "layout")).toEqual([]);
  },
);

/** Lists whose marks styles take away, and which do not say that they are lists: Safari then takes them for none. */
function unmarkedLists(page: Page): Promise<string[]> {
  return page
    .locator("ul, ol")
    .evaluateAll((lists) =>
      lists
        .filter((list) => getComputedStyle(list).listStyleType === "none" && !list.closest("nav") && list.getAttribute("role") !== "list")
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
}
