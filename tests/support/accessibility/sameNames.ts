import type { Page } from "playwright-core";

/** The kinds of parts that a screen reader lists by name: two of a kind with one name cannot be told apart. */
const KINDS = ["table", "nav", "aside", "section, [role=region]", "[role=group], fieldset", "form", "dialog, [role=dialog]"];

/** Parts of one kind that have the same name, and headings without words. */
export async function sameNames(page: Page): Promise<string[]> {
  return page.evaluate((kinds) => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const nameOf = (element: Element): string => {
      const labels = (element.getAttribute("aria-labelledby") ?? "")
        .split(/\s+/u)
        .map((id) => document.getElementById(id)?.textContent ?? "");
      const own = element.querySelector(":scope > :is(caption, legend)")?.textContent;
      return (labels.join(" ").trim() || (element.ariaLabel ?? own ?? "")).replace(/\s+/gu, " ").trim();
    };
    const same = kinds.flatMap((kind) => {
      const names = [...document.querySelectorAll(kind)].filter(isShown).map(nameOf).filter(Boolean);
      return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => `several of ${kind} are named "${name}"`);
    });
    const empty = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, caption, legend, summary, th:not(:first-child)")].filter(
      (heading) => isShown(heading) && heading.textContent.trim() === "" && !heading.querySelector("img[alt]:not([alt=''])"),
    );
    return [...same, ...empty.map(({ outerHTML }) => `has no words: ${outerHTML.slice(0, 160)}`)];
  }, KINDS);
}
