import { expect } from "vitest";
import { controlStates } from "../support/accessibility/controlStates.ts";
import { dialogBarriers } from "../support/accessibility/dialogBarriers.ts";
import { pageBarriers } from "../support/accessibility/pageBarriers.ts";
import { traps } from "../support/accessibility/tabStops.ts";
import { voiced } from "../support/accessibility/voiced.ts";
import { CALM, journey } from "../support/journey.ts";
import { hasOwnLayout, LAYOUTS, NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

/** A long story with pictures. */
const STORY = "/article/voyager-1-makes-sense-again";

journey.for([...PAGE_KINDS, NOT_FOUND].filter(hasOwnLayout).map(({ kind, path }) => [kind, path] as const))(
  "there is no barrier on a page of the kind %s, Tab goes through it both ways, and what its controls say is what is seen",
  async ([kind, path], { visit }) => {
    const { page, forgive } = await visit(path, { ...CALM, prepare: voiced });
    if (path === NOT_FOUND.path) forgive(/status of 404/u);
    // These are looked at in accessibility.test.ts.
    if (!LAYOUTS.core.includes(kind)) expect(await pageBarriers(page)).toEqual([]);
    expect(await traps(page)).toEqual([]);
    expect(await controlStates(page)).toEqual([]);
  },
);

journey("there is no barrier in a picture across the window, and Escape leads back to the story's", async ({ visit }) => {
  const { page } = await visit(STORY, CALM);
  expect(await dialogBarriers(page, page.locator("#image-1 > a"))).toEqual([]);
});

journey("there is no barrier in the large player, and Escape leads back to the small one", async ({ visit }) => {
  const { page } = await visit(STORY, { ...CALM, prepare: voiced });
  await page.locator(".listen-tool").press("Enter");
  expect(await dialogBarriers(page, page.locator(".player .enlarge"))).toEqual([]);
});
