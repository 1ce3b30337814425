import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { RUN } from "../journey.ts";

/**
 * The axe rules whose result depends on the colours, and those whose result depends on the width. Contrast is slow to compute. It
 * depends on the width only where parts are for phones alone, whose contrast journeys on a phone check on some pages.
 */
const RULES = {
  colours: ["color-contrast", "link-in-text-block"],
  layout: ["target-size", "scrollable-region-focusable", "aria-hidden-focus", ...(RUN === "all" ? ["color-contrast"] : [])],
};

/**
 * The violations that axe finds, including targets below 24 px: each rule with its elements.
 * @param part what may have changed since axe last saw the page
 */
export async function barriers(page: Page, part: "all" | keyof typeof RULES = "all"): Promise<string[]> {
  // During a colour transition, a button has neither of its colours.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ timeline, playState }) => timeline instanceof DocumentTimeline && playState === "running")
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  // axe's legacy mode needs no second page. It does not check frames, and there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (part === "all") axe.options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
  else axe.options({ resultTypes: ["violations"], runOnly: { type: "rule", values: RULES[part] } });
  const { violations } = await axe.analyze();
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    ...(part === "all" ? await page.evaluate(noItems) : []),
  ];
}

/** Children of a list that are not items. axe does not check lists with role="list". Runs in the page. */
function noItems(): string[] {
  return [...document.querySelectorAll("ul:not([role]), ol:not([role]), [role=list]")].flatMap(({ childNodes }) =>
    [...childNodes].flatMap((child) => {
      if (child instanceof Element)
        return child.matches("li:not([role]), [role=listitem], script, template") ? [] : [`no item: ${child.outerHTML.slice(0, 200)}`];
      return child instanceof Text && child.data.trim() !== "" ? [`no item: ${child.data.slice(0, 200)}`] : [];
    }),
  );
}
