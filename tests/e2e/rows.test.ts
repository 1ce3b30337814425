/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { emptyIn } from "../support/emptyIn.ts";
import { broadsheet } from "../support/installation.ts";
import { journey, someOf } from "../support/journey.ts";
import { openSite } from "../support/site.ts";
import { PICTURED, writeUnevenContent } from "../support/unevenContent.ts";

/** The tallest part of a row that may stay empty, in pixels. */
const MOST_EMPTY = 80;

const inUnevenPaper = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    writeUnevenContent(join(folder, "content"));
    const places = ["--content", join(folder, "content"), "--out", join(folder, "site")];
    await broadsheet(inject("installation"), "build", ...places, "--no-compress");
    return folder;
  })
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(join(folder, "site"));
    onCleanup(() => site.close());
    return site;
  });

const WIDTHS = someOf([768, 1280, 1024, 1600], 2);

const isEmpty = ({ below, beside }: { below: number; beside: number }): boolean => below > MOST_EMPTY || beside > 1;

describe(`no part of a row stays empty, ${WIDTHS.join(" and ")} px wide`, () => {
  inUnevenPaper("on the front page, whatever its sections have", async ({ visit, paper }) => {
    const { page } = await visit("/", { site: paper, javaScriptEnabled: false });
    for (const width of WIDTHS) {
      const rows = await emptyAt(page, width);
      expect(rows.length).toBeGreaterThan(60);
      expect(rows.filter(isEmpty), `${width} px`).toEqual([]);
    }
  });

  inUnevenPaper("in the strips under a story, whatever they have", async ({ visit, paper }) => {
    const { page } = await visit("/", { site: paper, javaScriptEnabled: false });
    const found = [];
    for (const mix of Object.keys(PICTURED)) {
      for (const at of [1, 2, 3, 4, 5]) {
        await page.goto(`${paper.address}article/${mix}-${at}-0`);
        for (const width of WIDTHS) found.push(...(await emptyAt(page, width)));
      }
    }
    expect(found.length).toBeGreaterThan(20 * WIDTHS.length);
    expect(found.filter(isEmpty)).toEqual([]);
  });
});

async function emptyAt(page: Page, width: number): ReturnType<typeof emptyIn> {
  await page.setViewportSize({ width, height: 800 });
  return emptyIn(page);
}
