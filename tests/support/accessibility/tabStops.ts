import type { Page } from "playwright-core";
import { hasRing } from "./focusRing.ts";

/**
 * Moves through the whole page with Tab, as a reader without a mouse does. Reports every
 * stop whose focus one does not see, or that is covered by something else, keyboard
 * traps, and what can be clicked but not reached.
 */
export async function tabStops(page: Page): Promise<string[]> {
  const { problems } = await goThrough(page, "Tab", true);
  return [...problems, ...(await page.evaluate(unreached))];
}

/**
 * Moves through the whole page with Tab, and back again: neither may hold the reader fast.
 * @param looks whether it also reports stops on the way there whose focus one does not see
 */
export async function traps(page: Page, looks = false): Promise<string[]> {
  const forwards = await goThrough(page, "Tab", looks);
  const backwards = await goThrough(page, "Shift+Tab", false);
  const lost = forwards.stops - backwards.stops;
  return [
    ...forwards.problems,
    ...backwards.problems,
    // The way back begins at the last stop.
    ...(Math.abs(lost) > 2 ? [`Tab stops ${forwards.stops} times, and on the way back ${backwards.stops} times`] : []),
  ];
}

/** Controls that look alike, on whatever page, have the same ring: it is photographed once. */
const seenRings = new Set<string>();

async function goThrough(page: Page, key: "Tab" | "Shift+Tab", looks: boolean): Promise<{ problems: string[]; stops: number }> {
  await page.evaluate(toStart, key === "Shift+Tab");
  const problems: string[] = [];
  // A film and a date have several stops, and a list may grow meanwhile.
  const more = 40 + 10 * (await page.locator("video").count());
  const most = more + (await page.locator("a, button, input, select, summary, [tabindex]").count());
  for (let step = 0; step <= most; step += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(look);
    if (stop === "end") return { problems: step === 0 ? [`${key} reaches nothing`] : problems, stops: step };
    if (stop === "again") {
      problems.push(`${key} came to a place for the second time before it had come to the end: ${await page.evaluate(focused)}`);
      break;
    }
    if (!looks || stop === "inside") continue;
    const hidden = await page.evaluate(hiddenBy);
    if (hidden !== undefined) problems.push(`hidden ${hidden}: ${stop.name}`);
    if (!stop.outlined) problems.push(`no ring: ${stop.name}`);
    else if (stop.name.startsWith("<video") || stop.name.startsWith("<audio") || seenRings.has(stop.kind)) continue;
    else if (await hasRing(page)) seenRings.add(stop.kind);
    else problems.push(`a ring that is not seen: ${stop.name}`);
  }
  if (problems.length === 0) problems.push(`${key} does not come to the end`);
  return { problems, stops: most };
}

/** Goes to the start of the page, or after the last stop of an earlier walk. It is run in the page. */
function toStart(isBackwards: boolean): void {
  const reached = [...document.querySelectorAll<HTMLElement>("[data-reached]")];
  const last = isBackwards ? reached.find(({ dataset }) => dataset["reached"] === "last") : undefined;
  for (const element of reached) element.removeAttribute("data-reached");
  const start = last ?? document.body;
  if (!last) {
    scrollTo(0, 0);
    start.tabIndex = -1;
  }
  start.focus();
  if (!last) start.removeAttribute("tabindex");
}

const focused = (): string => document.activeElement?.outerHTML.slice(0, 160) ?? "";

/** A stop: whether anything has an outline; `kind` is the same for controls that look alike. */
type Stop = { name: string; kind: string; outlined: boolean };

/** Looks at what has the focus now. It is run in the page. */
function look(): Stop | "end" | "again" | "inside" {
  const { activeElement: here } = document;
  if (!here || here === document.body) return "end";
  const first = document.querySelector("[data-reached]");
  if (here === first && document.querySelectorAll("[data-reached]").length > 1 && here.matches(".skip")) return "end";
  const name = here.outerHTML.slice(0, 160);
  const part = here.closest("header, footer, nav, section, aside, dialog, main");
  const names = [here, here.parentElement, part].map((element) => `${element?.localName}.${element?.className}`);
  const ancestors: Element[] = [];
  for (let element: Element | null = here; element; element = element.parentElement) ancestors.push(element);
  const drawn = [here, ...ancestors, here.closest("label") ?? here, here.closest(".teaser") ?? here].map((element) => {
    const { outline, outlineOffset, backgroundColor, opacity, overflow, clipPath } = getComputedStyle(element);
    return [outline, outlineOffset, backgroundColor, opacity, overflow, clipPath].join();
  });
  const kind = [...names, ...new Set(drawn)].join(" ");
  // The browser's own controls are stops within a film. Looking at their ring would move the focus back to the first of them.
  if (here.matches("video, audio") && here.hasAttribute("data-reached")) return "inside";
  if (here.hasAttribute("data-reached")) return "again";
  document.querySelector("[data-reached=last]")?.setAttribute("data-reached", "");
  here.setAttribute("data-reached", "last");
  const outlined = [here, here.closest(".teaser"), here.closest("label")].some((element) => {
    if (!element || Number(getComputedStyle(element).opacity) === 0) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  });
  return { name, kind, outlined };
}

/**
 * What covers all of what has the focus, or that it is out of the window, if it stays so: a row may scroll to it, and a message
 * may leave. It is run in the page.
 */
async function hiddenBy(): Promise<string | undefined> {
  const here = document.activeElement ?? document.body;
  let covers = "";
  for (let time = 0; time < 6; time += 1) {
    const boxes = [...here.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const hits = boxes.flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + width * x, top + height * y))),
    );
    if (hits.some((hit) => hit !== null && (here.contains(hit) || hit.contains(here)))) return undefined;
    const [first] = boxes;
    const place = first ? `from ${Math.round(first.top)} to ${Math.round(first.bottom)} px` : "without a box";
    covers = `by ${hits.find((hit) => hit !== null)?.outerHTML.slice(0, 80) ?? "the edge of the window"}, ${place}`;
    await new Promise((done) => setTimeout(done, 100));
  }
  return covers;
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
