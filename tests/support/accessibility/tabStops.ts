import type { Page } from "playwright-core";

/**
 * Moves through the whole page with Tab, as a reader without a mouse does. Reports every
 * stop without a focus ring or completely covered by something else, keyboard
 * traps, and what can be clicked but not reached.
 */
export async function tabStops(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    for (const element of document.querySelectorAll("[data-reached]")) element.removeAttribute("data-reached");
  });
  const problems: string[] = [];
  const controls = 10 * (await page.locator("video").count());
  const most = controls + (await page.locator("a, button, input, select, summary, [tabindex]").count());
  for (let step = 0; step <= most; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (stop === "end") break;
    if (stop === "again") {
      problems.push("Tab came to a place for the second time before it had come to the end");
      break;
    }
    problems.push(...stop);
  }
  return [...problems, ...(await page.evaluate(unreached))];
}

/** Looks at what has the focus now. It is run in the page. */
function look(): string[] | "end" | "again" {
  const { activeElement: here } = document;
  if (!here || here === document.body) return "end";
  const first = document.querySelector("[data-reached]");
  if (here === first && document.querySelectorAll("[data-reached]").length > 1) return here.matches(".skip") ? "end" : "again";
  // The browser's own controls are stops within a film.
  if (here.matches("video") && here.hasAttribute("data-reached")) return [];
  if (here.hasAttribute("data-reached")) return "again";
  here.setAttribute("data-reached", "");
  const name = here.outerHTML.slice(0, 160);
  const problems: string[] = [];
  const ringed = [here, here.closest(".teaser"), ...here.querySelectorAll("*")].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  });
  if (!ringed) problems.push(`no ring: ${name}`);
  const boxes = [...here.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  const seen = boxes.some(({ left, top, width, height }) =>
    [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const hit = document.elementFromPoint(left + width * x, top + height * y);
        return hit !== null && (here.contains(hit) || hit.contains(here));
      }),
    ),
  );
  if (!seen) problems.push(`hidden: ${name}`);
  return problems;
}

/**
 * Links to paragraphs and bookmarks are not tab stops, since there would be dozens,
 * while the reader has keys for them: j moves to a paragraph's link, s presses the
 * bookmark of the focused headline. If these keys are off, they are tab stops.
 */
function unreached(): string[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      ":is(a[href], button, select, summary, input:not([type=radio])):not(:is(.pilcrow, .bookmark)[tabindex='-1'])",
    ),
  ];
  return all
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest("[inert]") &&
        !("disabled" in element && element.disabled),
    )
    .filter((element) => !element.hasAttribute("data-reached"))
    .map(({ outerHTML }) => `never reached: ${outerHTML.slice(0, 160)}`);
}
