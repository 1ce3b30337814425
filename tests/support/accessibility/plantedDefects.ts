import type { Page } from "playwright-core";
import { barriers } from "./barriers.ts";
import { clippedText } from "./clippedText.ts";
import { movement } from "./movement.ts";
import { runTogether } from "./runTogether.ts";
import { sidewaysScroll } from "./sidewaysScroll.ts";
import { tabStops } from "./tabStops.ts";

/** The check that should find a defect. */
type Check = (page: Page) => Promise<string[]>;

/** A defect: its description, the check that should find it, and its cause, a style or a change of the first element of a selector. */
export type Defect = { name: string; check: Check } & (
  | { css: string }
  | { at: string; without: string }
  | { at: string; set: [name: string, value: string] }
  | { at: string; becomes: string }
  | { at: string; gets: string }
  | { at: string; holdsTab: true }
);

/** Defects that a change of the reader could cause on a story's page, each of a different kind. */
export const DEFECTS: Defect[] = [
  {
    name: "a button that has lost its words",
    check: barriers,
    at: ".actions button",
    becomes: "<button class='tool'><svg></svg></button>",
  },
  { name: "a picture without a description", check: barriers, at: ".hero img", without: "alt" },
  { name: "text too pale for its paper", check: barriers, css: ".story-top .standfirst { color: #aaa }" },
  { name: "a page without a language", check: barriers, at: "html", without: "lang" },
  { name: "a heading that leaves out two levels", check: barriers, at: ".prose h2", becomes: "<h5>Three per cent</h5>" },
  { name: "a page without a headline", check: barriers, at: ".story-top h1", becomes: "<p>Voyager</p>" },
  { name: "content outside all landmarks", check: barriers, at: "footer.foot", becomes: "<div>Made with care.</div><p>All rights.</p>" },
  { name: "two navigations of one name", check: barriers, at: "nav.turn", set: ["aria-label", "More pages"] },
  { name: "a state that does not exist", check: barriers, at: ".masthead a.tool", set: ["aria-expanded", "perhaps"] },
  { name: "a role that does not exist", check: barriers, at: ".masthead a.tool", set: ["role", "buton"] },
  { name: "a list that holds what is no item", check: barriers, at: "footer nav ul", gets: "<div>NASA</div>" },
  { name: "a list by name that holds what is no item", check: barriers, at: "ul[role=list].chips", gets: "<div>NASA</div>" },
  { name: "an item of a list that says it is a button", check: barriers, at: "ul[role=list].chips > li", set: ["role", "button"] },
  {
    name: "a heading whose words run together",
    check: runTogether,
    at: "#more-about",
    becomes: "<h2 id='more-about'>More about<!-- --> <a dir='auto' href='/topic/nasa'>NASA</a></h2>",
  },
  { name: "a link without words", check: barriers, at: ".prose > p", gets: "<a href='/latest'></a>" },
  { name: "a field without a label", check: barriers, at: "main", gets: "<input type='email'>" },
  {
    name: "a page that cannot be magnified",
    check: barriers,
    at: "meta[name=viewport]",
    set: ["content", "width=device-width, user-scalable=no"],
  },
  { name: "a link told by its colour alone", check: barriers, css: ".prose a { text-decoration: none !important }" },
  { name: "a page without a title", check: barriers, at: "title", becomes: "<title></title>" },
  { name: "targets of ten pixels", check: barriers, css: ".chip { min-block-size: 10px; block-size: 10px; padding: 0 } .chips { gap: 0 }" },
  { name: "a page wider than its window", check: sidewaysScroll, css: ".prose p { min-inline-size: 1400px }" },
  { name: "a headline cut off when letters stand apart", check: clippedText, css: ".story-top h1 { block-size: 2.1em; overflow: hidden }" },
  { name: "focus without a ring", check: tabStops, css: ":focus-visible { outline: none !important }" },
  { name: "focus under a head that has grown", check: tabStops, css: ".masthead { position: fixed; inset: 0 0 20px; z-index: 9 }" },
  { name: "a place that does not let go of the focus", check: tabStops, at: ".chip", holdsTab: true },
  { name: "a button that Tab leaves out", check: tabStops, at: ".actions button", set: ["tabindex", "-1"] },
  { name: "movement that nobody asked for", check: movement, css: ".oxford { animation: breathe 1s infinite !important }" },
];

/** Adds a defect to the current page. */
export async function plant(page: Page, defect: Defect): Promise<void> {
  if ("css" in defect) {
    await page.addStyleTag({ content: defect.css });
    return;
  }
  await page
    .locator(defect.at)
    .first()
    .evaluate(
      (element, { without, set, becomes, gets, holdsTab }: Record<string, string | string[] | true | undefined>) => {
        if (typeof without === "string") element.removeAttribute(without);
        if (Array.isArray(set)) element.setAttribute(set[0] ?? "", set[1] ?? "");
        if (typeof becomes === "string") element.outerHTML = becomes;
        if (typeof gets === "string") element.insertAdjacentHTML("beforeend", gets);
        if (holdsTab === true) element.addEventListener("keydown", (event) => event.preventDefault());
      },
      { ...defect, check: undefined },
    );
}
