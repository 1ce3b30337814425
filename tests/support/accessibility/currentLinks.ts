import type { Page } from "playwright-core";

/** Links of a navigation that lead to the page itself and do not say so, and those that say so and lead elsewhere (`aria-current`). */
export async function currentLinks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => link.checkVisibility());
    const isHere = ({ origin, pathname, search }: HTMLAnchorElement) =>
      origin === location.origin && pathname === location.pathname && (search === "" || search === location.search);
    const name = ({ outerHTML }: Element) => outerHTML.slice(0, 120);
    const missing = shown.filter(
      (link) => link.closest(".sections, nav.pages, .tabs, .letters") && !link.hash && isHere(link) && !link.ariaCurrent,
    );
    const wrong = shown.filter((link) => link.ariaCurrent === "page" && !isHere(link));
    // The page that is open is no link in a pager.
    const pagers = [...document.querySelectorAll("nav.pages")].filter((pager) => pager.querySelectorAll("[aria-current]").length !== 1);
    const tabs = [...document.querySelectorAll("[role=tablist]")].filter(
      (list) => list.querySelectorAll("[role=tab][aria-selected=true]").length !== 1,
    );
    return [
      ...missing.map((link) => `leads here and does not say so: ${name(link)}`),
      ...wrong.map((link) => `says that it leads here: ${name(link)}`),
      ...pagers.map((pager) => `does not say which page is open: ${name(pager)}`),
      ...tabs.map((list) => `has not one chosen tab: ${name(list)}`),
    ];
  });
}
