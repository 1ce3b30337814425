import type { Page } from "playwright-core";

/** The elements that would move, if only when they change, for a reader who prefers reduced motion. Scroll-driven animations do not count. */
export async function lastingMovement(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const longest = (times: string) => Math.max(...times.split(",").map((time) => Number.parseFloat(time)));
    return [...document.body.querySelectorAll("*")].flatMap((element) =>
      [null, "::before", "::after", "::backdrop"].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const moves = style.animationName !== "none" && longest(style.animationDuration) > 0.01 && style.animationTimeline === "auto";
        const glides = longest(style.transitionDuration) > 0.01;
        return moves || glides ? [`moves: ${element.outerHTML.slice(0, 120)}${part ?? ""}`] : [];
      }),
    );
  });
}
