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

type Key = "Tab" | "Shift+Tab";

type Walk = { problems: string[]; stops: number };

async function goThrough(page: Page, key: Key, looks: boolean): Promise<Walk> {
  await page.evaluate(toStart, key === "Shift+Tab");
  // A film and a date have several stops, and a list may grow meanwhile.
  const more = 40 + 10 * (await page.locator("video").count());
  const most = more + (await page.locator("a, button, input, select, summary, [tabindex]").count());
  return looks ? goLooking(page, key, most) : goFast(page, key, most);
}

async function goLooking(page: Page, key: Key, most: number): Promise<Walk> {
  const problems: string[] = [];
  for (let step = 0; step <= most; step += 1) {
    await page.keyboard.press(key);
    const place = await page.evaluate(reach);
    if (place === "end") return { problems: step === 0 ? [`${key} reaches nothing`] : problems, stops: step };
    if (place.startsWith("again")) return { problems: [...problems, `${key} came ${place}`], stops: most };
    if (place === "inside") continue;
    const stop = await page.evaluate(look);
    const hidden = await page.evaluate(hiddenBy);
    if (hidden !== undefined) problems.push(`hidden ${hidden}: ${stop.name}`);
    if (!stop.outlined) problems.push(`no ring: ${stop.name}`);
    else if (stop.name.startsWith("<video") || stop.name.startsWith("<audio") || seenRings.has(stop.kind)) continue;
    else if (await hasRing(page)) seenRings.add(stop.kind);
    else problems.push(`a ring that is not seen: ${stop.name}`);
  }
  return { problems: [...problems, `${key} does not come to the end`], stops: most };
}

/** Presses that are under way at once: to wait for each takes several times as long. */
const AT_ONCE = 25;

/** Walks as one does who holds the key: the page itself notes where each press leads. */
async function goFast(page: Page, key: Key, most: number): Promise<Walk> {
  await page.evaluate(`(${notePlaces.toString()})(${reach.toString()})`);
  const keyboard = await page.context().newCDPSession(page);
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9, modifiers: key === "Tab" ? 0 : 8 };
  for (let presses = 0; presses <= most; presses += AT_ONCE) {
    const events = Array.from({ length: AT_ONCE }, () => ["rawKeyDown", "keyUp"] as const).flat();
    await Promise.all(events.map((type) => keyboard.send("Input.dispatchKeyEvent", { type, ...tab })));
    const places = (await page.evaluate(() => String(Reflect.get(window, "places")))).split("\n");
    const [last = "", stops] = [places.at(-1), places.length - 1];
    if (last.startsWith("again")) return { problems: [`${key} came ${last}`], stops };
    if (last === "end") return { problems: stops === 0 ? [`${key} reaches nothing`] : [], stops };
  }
  return { problems: [`${key} does not come to the end`], stops: most };
}

/** Notes what each press of a key reaches, until the end of the page. It is run in the page. */
function notePlaces(place: () => string): void {
  const places: string[] = [];
  const note = () => {
    places.push(place());
    Object.assign(window, { places: places.join("\n") });
    if (/^(?:end|again)/u.test(places.at(-1) ?? "")) removeEventListener("keyup", note, true);
  };
  addEventListener("keyup", note, true);
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

/** Marks what has the focus now as reached: a stop, a place inside the last one, one that was reached before, or the end. It is run in the page. */
function reach(): string {
  const { activeElement: here } = document;
  if (!here || here === document.body) return "end";
  const first = document.querySelector("[data-reached]");
  if (here === first && document.querySelectorAll("[data-reached]").length > 1 && here.matches(".skip")) return "end";
  if (here.hasAttribute("data-reached")) {
    // The browser's own controls are stops within a film. Looking at their ring would move the focus back to the first of them.
    if (here.matches("video, audio")) return "inside";
    return `again, before the end, to ${here.outerHTML.slice(0, 160).replaceAll("\n", " ")}`;
  }
  document.querySelector("[data-reached=last]")?.setAttribute("data-reached", "");
  here.setAttribute("data-reached", "last");
  return "stop";
}

/** How a stop looks: whether anything has an outline; `kind` is the same for controls that look alike. */
type Stop = { name: string; kind: string; outlined: boolean };

/** Looks at what has the focus now. It is run in the page. */
function look(): Stop {
  const here = document.activeElement ?? document.body;
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
