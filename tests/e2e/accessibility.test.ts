import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect } from "vitest";
import { journey, WIDTHS } from "../support/journey.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";

const KINDS = [...PAGE_KINDS, NOT_FOUND].map((kind) => [kind.kind, kind] as const);

describe.each(WIDTHS)("to axe, %i px wide", (width) => {
  journey.for(KINDS)("a %s has no barrier, by day and by night", async ([, { path }], { visit }) => {
    const { page, forgive } = await visit(path, { width, colorScheme: "light", reducedMotion: "reduce" });
    if (path === NOT_FOUND.path) forgive(/status of 404/u);
    expect(await barriers(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(new AxeBuilder({ page }).withRules(OF_COLOUR))).toEqual([]);
  });
});

/** What another set of colours can change. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** The rules that are broken, each with the elements at fault. The older way of axe needs no page of its own; it misses frames, and there are none. */
async function barriers(axe: AxeBuilder): Promise<string[][]> {
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}
