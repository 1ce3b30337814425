/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { fakeSpeech } from "../reader/features/listen/fakeSpeech.ts";
import { controlStates } from "../support/accessibility/controlStates.ts";
import { PARTS, publishEveryPart } from "../support/accessibility/everyPart.ts";
import { dialogBarriers } from "../support/accessibility/dialogBarriers.ts";
import { pageBarriers } from "../support/accessibility/pageBarriers.ts";
import { pagedBarriers } from "../support/accessibility/pagedBarriers.ts";
import { traps } from "../support/accessibility/tabStops.ts";
import { alive, journey as visiting, RUN } from "../support/journey.ts";
import { openInPages } from "../support/openInPages.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";
import { openSite } from "../support/site.ts";

/** The kinds of page that the core checks, and those that the other tests check. Kinds with the same layout as one of these are checked only in a run of everything. */
const KINDS_OF = {
  core: ["front page", "article", "topic", "search"],
  rest: ["Arabic article", "article with every kind of note", "author", "thread", "archive", "topics", "latest", "page of the paper", "corrections", "live blog", NOT_FOUND.kind], // prettier-ignore
};

const KINDS = [...PAGE_KINDS, NOT_FOUND]
  .filter(({ kind }) => RUN === "all" || KINDS_OF[RUN].includes(kind))
  .map((kind) => [kind.kind, kind] as const);

/** A long story with pictures. */
const STORY = "/article/voyager-1-makes-sense-again";

const CALM = { colorScheme: "light", reducedMotion: "reduce" } as const;

const journey = visiting.extend("everyPart", { scope: "file" }, async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const site = await openSite(await publishEveryPart(inject("installation"), folder));
  onCleanup(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return site;
});

journey.for(KINDS)(
  "there is no barrier on a page of the kind %s: by day and by night, in colours of the system, magnified, and by touch",
  async ([, { path }], { visit }) => {
    const { page, forgive } = await visit(path, CALM);
    if (path === NOT_FOUND.path) forgive(/status of 404/u);
    expect(await pageBarriers(page)).toEqual([]);
  },
);

/** What takes longer. */
if (RUN !== "core")
  describe("besides,", () => {
    journey.for(PARTS.map((part) => [part.kind, part.path] as const))(
      "there is no barrier on a %s, and Tab goes through it both ways",
      async ([, path], { visit, everyPart }) => {
        const { page } = await visit(path, { ...CALM, site: everyPart });
        expect(await pageBarriers(page)).toEqual([]);
        expect(await traps(page)).toEqual([]);
        expect(await controlStates(await withVoice(page))).toEqual([]);
      },
    );

    journey.for(PAGE_KINDS.map(({ kind, path }) => [kind, path] as const))(
      "Tab goes through a page of the kind %s both ways, and what its controls say is what is seen",
      async ([, path], { visit }) => {
        const { page } = await visit(path, CALM);
        expect(await traps(page)).toEqual([]);
        expect(await controlStates(await withVoice(page))).toEqual([]);
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

    journey("there is no barrier in a picture across the window, and Escape leads back to the story's", async ({ visit }) => {
      const { page } = await visit(STORY, CALM);
      expect(await dialogBarriers(page, page.locator("#image-1 > a"))).toEqual([]);
    });

    journey("there is no barrier in the large player, and Escape leads back to the small one", async ({ visit }) => {
      const { page } = await visit(STORY, CALM);
      await (await withVoice(page)).locator(".listen-tool").press("Enter");
      expect(await dialogBarriers(page, page.locator(".player .enlarge"))).toEqual([]);
    });
  });

/** The page in a browser with a voice, since a test machine has none. */
async function withVoice(page: Page): Promise<Page> {
  await page.context().addInitScript(fakeSpeech, { voices: ["en-US", "de-DE", "ar-SA"].map((lang) => ({ name: lang, lang })), late: 0 });
  await page.reload();
  await alive(page);
  return page;
}
