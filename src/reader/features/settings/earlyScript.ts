import { signedInKey } from "../../data/signedInKey.ts";
import { settingNames } from "./settings.ts";
import { storageKey } from "./storageKey.ts";
import type { ThemeColors } from "./themeColors.ts";

/**
 * Puts the reader's choices, and whether they are signed in, onto <html> before the first paint, so that no page
 * flashes in the wrong theme or size; and the path of the page, which may be
 * another one by the time the app comes. A page is set in its own fonts once it has been painted and all of them are
 * here (start.ts), and until then in others of the same width. They hold at once where the reader has chosen a
 * typeface, and where a place on the page is to be found; else what is below the window is laid out after the first
 * paint (layout.css). Where the app does not come, the other styles hold all the same. The script stands inline in the
 * head of every page, after the theme-color metas: a file would cost a request. The policy allows it
 * by its hash, so the text must be the same in all pages of a paper. Damaged choices do no
 * harm here: tokens.css answers only values it knows, and the app reads them with care.
 */
export const earlyScript = (colors: ThemeColors): string =>
  `try{let d=document,e=d.documentElement.dataset;e.path=location.pathname;` +
  `addEventListener("load",()=>setTimeout(()=>{delete e.first;for(let m of d.querySelectorAll("body>link[as=style]"))m.rel="stylesheet"},4e3));` +
  `let l=localStorage,f=d.querySelector("style");if(l["${signedInKey}"])e.in="";` +
  `let s=JSON.parse(l["${storageKey}"]??"{}"),c=${JSON.stringify(colors)}[s.theme];` +
  `for(let k of "${settingNames.join(" ")}".split(" "))if(s[k])e[k]=s[k];if(f&&s.font)f.media="";` +
  `if(c)for(let m of d.getElementsByName("theme-color"))m.content=c;` +
  `let n=performance.getEntriesByType("navigation")[0];` +
  `if(n?.type=="navigate"&&!(n.name+location.hash).includes("#"))e.first="";else if(f)f.media=""}catch{}`;
