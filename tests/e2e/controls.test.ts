import { expect } from "vitest";
import { controlStates } from "../support/accessibility/controlStates.ts";
import { dialogBarriers } from "../support/accessibility/dialogBarriers.ts";
import { traps } from "../support/accessibility/tabStops.ts";
import { withVoice } from "../support/accessibility/withVoice.ts";
import { CALM, journey } from "../support/journey.ts";
import { hasOwnLayout, PAGE_KINDS } from "../support/pageKinds.ts";

/** A long story with pictures. */
const STORY = "/article/voyager-1-makes-sense-again";

journey.for(PAGE_KINDS.filter(hasOwnLayout).map(({ kind, path }) => [kind, path] as const))(
  "Tab goes through a page of the kind %s both ways, and what its controls say is what is seen",
  async ([, path], { visit }) => {
    const { page } = await visit(path, CALM);
    expect(await traps(page)).toEqual([]);
    expect(await controlStates(await withVoice(page))).toEqual([]);
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
