import { signedInKey } from "../../data/signedInKey.ts";
import { fontsWithFaces, settingNames } from "./readerSettings.ts";
import { storageKey } from "./storageKey.ts";
import type { ThemeColors } from "./themeColors.ts";

/**
 * Sets data attributes of <html> before the first paint: the reader's settings, so that no page flashes in the wrong
 * theme or size; whether the reader is signed in; and the path of the page, which may be another one once the app has
 * loaded. A page is set in its own fonts once it has been painted and all of them have loaded (start.ts), and until then
 * in others of the same width. The fonts apply at once if the reader has chosen a typeface, whose sheet is then fetched,
 * or if a place on the page must be found; otherwise what is below the window is laid out after the first paint
 * (layout.css). If the app does not load, the remaining style sheets are applied all the same. The script is inline in
 * the head of every page, after the theme-color metas, since a file would cost a request. The policy allows it by its
 * hash, so its text must be the same in all pages of a paper. Damaged settings do no harm here: tokens.css matches only
 * values it knows, and the app validates them.
 * @param typefaces the address of typefaces.css; empty if the app loads it
 */
export const earlyScript = (colors: ThemeColors, typefaces = ""): string =>
  `try{let d=document,e=d.documentElement.dataset;e.path=location.pathname;` +
  `addEventListener("load",()=>setTimeout(()=>{delete e.first;for(let m of d.querySelectorAll("body>link[as=style]"))m.rel="stylesheet"},4e3));` +
  `let l=localStorage,f=d.querySelector("style");if(l["${signedInKey}"])e.in="";` +
  `let s=JSON.parse(l["${storageKey}"]??"{}"),c=${JSON.stringify(colors)}[s.theme];` +
  `for(let k of "${settingNames.join(" ")}".split(" "))if(s[k])e[k]=s[k];if(f&&s.font)f.media="";` +
  (typefaces &&
    `if(/${fontsWithFaces.join("|")}/.test(s.font))d.head.append(Object.assign(d.createElement("link"),{rel:"stylesheet",blocking:"render",href:"${typefaces}"}));`) +
  `if(c)for(let m of d.getElementsByName("theme-color"))m.content=c;` +
  `let n=performance.getEntriesByType("navigation")[0];` +
  `if(n?.type=="navigate"&&!(n.name+location.hash).includes("#"))e.first="";else if(f)f.media=""}catch{}`;
