/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { controlStates } from "../support/accessibility/controlStates.ts";
import { PARTS, publishEveryPart } from "../support/accessibility/everyPart.ts";
import { pageBarriers } from "../support/accessibility/pageBarriers.ts";
import { pagedBarriers } from "../support/accessibility/pagedBarriers.ts";
import { traps } from "../support/accessibility/tabStops.ts";
import { voiced } from "../support/accessibility/voiced.ts";
import { CALM, journey as visiting, RUN } from "../support/journey.ts";
import { openInPages } from "../support/openInPages.ts";
import { openSite } from "../support/site.ts";

const journey = visiting.extend("everyPart", { scope: "file" }, async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const site = await openSite(await publishEveryPart(inject("installation"), folder));
  onCleanup(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return site;
});

/** The first have the most controls; in a run of all, Tab goes through each. */
const WITH_CONTROLS = RUN === "all" ? PARTS.length : 5;

journey.for(PARTS.slice(0, WITH_CONTROLS).map(({ kind, path }) => [kind, path] as const))(
  "there is no barrier on a %s, Tab goes through it both ways, and what its controls say is what is seen",
  async ([, path], { visit, everyPart }) => {
    const { page } = await visit(path, { ...CALM, site: everyPart, prepare: voiced });
    expect(await pageBarriers(page)).toEqual([]);
    expect(await traps(page)).toEqual([]);
    expect(await controlStates(page)).toEqual([]);
  },
);

journey.for(PARTS.slice(WITH_CONTROLS).map(({ kind, path }) => [kind, path] as const))(
  "there is no barrier on a %s",
  async ([, path], { visit, everyPart }) => {
    const { page } = await visit(path, { ...CALM, site: everyPart });
    expect(await pageBarriers(page)).toEqual([]);
  },
);

journey(
  "there is no barrier in a story in pages, and Tab goes through all of them both ways",
  { timeout: 120_000 },
  async ({ visit, everyPart }) => {
    const { page } = await visit("/article/specimen", { ...CALM, width: 360, site: everyPart });
    await openInPages(page);
    expect(await pagedBarriers(page)).toEqual([]);
  },
);
