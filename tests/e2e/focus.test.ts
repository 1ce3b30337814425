import { expect } from "vitest";
import { pressEveryButton, type Way } from "../support/accessibility/everyButton.ts";
import { withLibrary } from "../support/accessibility/fullLibrary.ts";
import { journey } from "../support/journey.ts";

/** The pages of the reader, where most goes away by a press, and a search that has filters. */
const STARTS: Way[] = ["/saved", "/following", "/history", "/search?q=police&section=crime&year=2024"].map((path) => ({
  path,
  presses: [],
}));

journey(
  "no button of the reader's own pages and of a search leaves the focus on the body",
  { timeout: 240_000 },
  async ({ visit, site }) => {
    const { context } = await visit("/");
    const storageState = await withLibrary(context, site.address);
    const { lost, pressed } = await pressEveryButton(STARTS, async ({ path }) => {
      const { page, overlook, context: own } = await visit(path, { storageState, reducedMotion: "reduce" });
      overlook(/./u);
      return { page, close: () => own.close() };
    });
    expect(lost).toEqual([]);
    expect(pressed.length).toBeGreaterThan(15);
  },
);
