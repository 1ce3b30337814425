import type { Page } from "playwright-core";

/** The least size of a target (WCAG 2.2, 2.5.8), and of a control of ours on a touch screen (2.5.5), in pixels. */
const [TARGET, TOUCH_TARGET] = [24, 44];

/** Our controls, as opposed to links among other links. */
const OWN =
  "button, summary, select, [role=button], .button, .chip, .tool, .kicker a, a.kicker, input:not([type=checkbox], [type=radio], .choice *)";

/**
 * Controls that a pointer misses: what is pressed is found by hit test, since what lies over a control takes the press
 * whatever the control's box says. Around the middle of each no other control may be pressed (2.5.8, with its exceptions for
 * space around a target and for links in a sentence).
 */
export const smallTargets = (page: Page): Promise<string[]> => page.evaluate(missed, { target: TARGET });

/** The same on a touch screen, where our own controls are as high as a finger. */
export async function smallTouchTargets(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  const problems = await page.evaluate(missed, { target: TARGET, own: OWN, least: TOUCH_TARGET });
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  await session.detach();
  return problems.map((problem) => `by touch: ${problem}`);
}

/** It is run in the page. */
function missed({ target, least = 0, own = "" }: { target: number; least?: number; own?: string }): string[] {
  const CONTROLS = "a[href], button, summary, select, textarea, input, [role=button], [role=slider]";
  const dialog = [...document.querySelectorAll<HTMLElement>("dialog[open], :popover-open")].at(-1);
  const at = { x: scrollX, y: scrollY };
  const controlAt = (x: number, y: number): Element | null => {
    const hit = document.elementFromPoint(x, y);
    const label = hit?.closest("label");
    return hit?.closest(CONTROLS) ?? label?.control ?? null;
  };
  /** A link in a sentence has the height of its line. */
  const isInSentence = (control: Element): boolean => {
    const block = control.closest("p, li, dd, dt, td, th, figcaption, caption, cite, blockquote, div");
    if (!control.matches("a") || getComputedStyle(control).display !== "inline" || !block) return false;
    const links = [...block.querySelectorAll("a, button, .unseen")].map(({ textContent }) => textContent).join("");
    const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean).length;
    return words(block.textContent) - words(links) >= 3;
  };
  const reachOf = (control: Element, x: number, y: number) => {
    const far = (dx: number, dy: number): number => {
      let step = 0;
      while (step < 30 && controlAt(x + dx * (step + 1), y + dy * (step + 1)) === control) step += 1;
      return step;
    };
    return { width: far(1, 0) + far(-1, 0) + 1, height: far(0, 1) + far(0, -1) + 1 };
  };
  const problems = [...(dialog ?? document).querySelectorAll<HTMLElement>(CONTROLS)].flatMap((control) => {
    const isShown = control.checkVisibility({ visibilityProperty: true }) && !control.closest("[inert], .unseen, .skip");
    if (!isShown || control.matches(":disabled, [type=hidden], .picture-link, .pilcrow") || isInSentence(control)) return [];
    control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const [box] = [...control.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (!box) return [];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || x >= innerWidth || y < 0 || y >= innerHeight) return [];
    const name = control.outerHTML.slice(0, 160);
    const half = target / 2 - 1;
    const taken = [-half, 0, half].flatMap((dx) =>
      [-half, 0, half].flatMap((dy) => {
        const other = controlAt(x + dx, y + dy);
        return other && other !== control && !control.contains(other) && !other.contains(control) ? [other.outerHTML.slice(0, 60)] : [];
      }),
    );
    if (taken.length > 0) return [`less than ${target} px apart from ${taken[0]}: ${name}`];
    if (own === "" || !control.matches(own)) return [];
    const { width, height } = reachOf(control, x, y);
    // A word is as wide as it is.
    const isWord = control.innerText.trim() !== "";
    return height < least - 1 || width < (isWord ? target : least) - 1 ? [`${width} × ${height} px: ${name}`] : [];
  });
  scrollTo(at.x, at.y);
  return problems;
}
