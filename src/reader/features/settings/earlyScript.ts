import { signedInKey } from "../../data/signedInKey.ts";
import { settingNames } from "./settings.ts";
import { storageKey } from "./storageKey.ts";
import type { ThemeColors } from "./themeColors.ts";

/**
 * Puts the reader's choices, and whether they are signed in, onto <html> before the first paint, so that no page
 * flashes in the wrong theme or size; and the path of the page, which may be
 * another one by the time the app comes. A page is set in its own fonts once it was painted and all of them are
 * here (start.ts), until then in others of the same width; in a typeface that its reader has chosen at once, and also
 * where a place on the page is to be found again. Elsewhere what is below the window may wait (layout.css). Where the
 * app does not come, the other styles hold all the same. It stands inline in the head of every page,
 * after the theme-color metas: a file would cost a request. The policy allows it
 * by its hash, so the text must be the same in all pages of a paper. Damaged choices do no
 * harm here: tokens.css answers only values it knows, and the app reads them with care.
 */
export const earlyScript = (colors: ThemeColors): string =>
  `try{let d=document,e=d.documentElement.dataset;e.path=location.pathname;` +
  `addEventListener("load",()=>setTimeout(()=>{for(let m of d.querySelectorAll("link[media]"))m.media=""},4e3));` +
  `let l=localStorage,f=d.querySelector("style");if(l["${signedInKey}"])e.in="";` +
  `let s=JSON.parse(l["${storageKey}"]??"{}"),c=${JSON.stringify(colors)}[s.theme];` +
  `for(let k of "${settingNames.join(" ")}".split(" "))if(s[k])e[k]=s[k];if(f&&s.font)f.media="";` +
  `if(c)for(let m of d.getElementsByName("theme-color"))m.content=c;` +
  `if(!location.hash&&performance.getEntriesByType("navigation")[0]?.type=="navigate")e.first="";else if(f)f.media=""}catch{}`;
