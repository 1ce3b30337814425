import type { Page } from "playwright-core";

const THEMES = ["light", "sepia", "dark"];

/**
 * Chosen, pressed or current elements that look like the others. In every
 * theme, the background, border or underline has 3:1 against that of the neighbour,
 * or there is a separate sign (WCAG 1.4.1 and 1.4.11).
 */
export async function stateContrast(page: Page): Promise<string[]> {
  const before = await page.locator("html").getAttribute("data-theme");
  const problems: string[] = [];
  for (const theme of THEMES) {
    await page.locator("html").evaluate((html, name) => html.setAttribute("data-theme", name), theme);
    problems.push(...(await page.evaluate(faint)).map((problem) => `${theme}: ${problem}`));
  }
  await page
    .locator("html")
    .evaluate((html, name) => (name === null ? html.removeAttribute("data-theme") : html.setAttribute("data-theme", name)), before);
  return problems;
}

/** The same in the colours that a reader has chosen for the whole system, where backgrounds of ours are not drawn. */
export async function forcedStates(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  const problems = await page.evaluate(faint);
  await page.emulateMedia({ forcedColors: "none" });
  return problems.map((problem) => `forced colours: ${problem}`);
}

/** It is run in the page. */
function faint(): string[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour: string, under: string): number => {
    if (!canvas) return 0;
    for (const fill of [under, colour]) {
      canvas.fillStyle = fill;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = getComputedStyle(document.body).getPropertyValue("background-color");
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const under = paper === "rgba(0, 0, 0, 0)" ? ground : paper;
  const ratio = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [luminance(one, under), luminance(other, under)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const STATES = [
    [".choice label:has(:checked)", ".choice label:not(:has(:checked))"],
    ["[aria-pressed=true]", "[aria-pressed=false]"],
    ["[aria-current=page]", ":not([aria-current])"],
    ["[aria-selected=true]", "[aria-selected=false]"],
  ] as const;
  const EDGES = ["borderTop", "borderBottom", "borderInlineStart"] as const;
  return STATES.flatMap(([on, off]) =>
    [...document.querySelectorAll<HTMLElement>(on)].flatMap((chosen) => {
      const around = chosen.closest(".choice, ul, ol, nav, .bar, .actions") ?? chosen.parentElement;
      const other = [...(around?.querySelectorAll<HTMLElement>(off) ?? [])].find(
        ({ localName, className }) => localName === chosen.localName && className === chosen.className,
      );
      if (!other || !chosen.checkVisibility()) return [];
      const [mine, others] = [getComputedStyle(chosen), getComputedStyle(other)];
      const weighs = Number(mine.fontWeight) - Number(others.fontWeight) >= 200;
      const signed =
        chosen.querySelector("svg")?.innerHTML !== other.querySelector("svg")?.innerHTML ||
        mine.textDecorationLine !== others.textDecorationLine;
      const isDrawn = (style: CSSStyleDeclaration, edge: (typeof EDGES)[number]) => Number.parseFloat(style[`${edge}Width`]) > 0;
      const told =
        ratio(mine.backgroundColor, others.backgroundColor) >= 3 ||
        EDGES.some((edge) => isDrawn(mine, edge) && isDrawn(others, edge) && ratio(mine[`${edge}Color`], others[`${edge}Color`]) >= 3) ||
        (mine.outlineStyle !== "none" &&
          others.outlineStyle === "none" &&
          ratio(mine.outlineColor, Number.parseFloat(mine.outlineOffset) < 0 ? mine.backgroundColor : ground) >= 3);
      return signed || told || (weighs && ![...STATES[0]].some((state) => chosen.matches(state)))
        ? []
        : [`cannot be told from the others: ${chosen.outerHTML.slice(0, 160)}`];
    }),
  );
}
