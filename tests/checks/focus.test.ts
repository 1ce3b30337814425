import { expect } from "vitest";
import { pressEveryButton } from "../support/accessibility/everyButton.ts";
import { PAGE_STATES } from "../support/accessibility/pageStates.ts";
import { readerOpeners } from "../support/accessibility/readerOpener.ts";
import { journey } from "../support/journey.ts";

journey("no button of any page leaves the focus on the body", async ({ browser, site, task }) => {
  const { lost, pressed, born } = await pressEveryButton(PAGE_STATES, await readerOpeners(browser, site.address));
  task.meta.figure = `${pressed.length} presses in ${PAGE_STATES.length} states, ${lost.length} lost`;
  expect({ lost, born }).toEqual({ lost: [], born: [] });
  expect(pressed.length).toBeGreaterThan(150);
});
