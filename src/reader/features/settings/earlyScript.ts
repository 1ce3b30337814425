import { signedInKey } from "../../data/signedInKey.ts";
import { fontsKey } from "./fontsKey.ts";
import { settingNames } from "./settings.ts";
import { storageKey } from "./storageKey.ts";
import type { ThemeColors } from "./themeColors.ts";

/**
 * Puts the reader's choices, and whether they are signed in, onto <html> before the first paint, so that no page
 * flashes in the wrong theme or size; and the path of the page, which may be
 * another one by the time the app comes. A page is set in its own fonts at once where
 * they were fetched before, else when all of them are here (loadFonts), and until
 * then in others of the same width. It stands inline in the head of every page,
 * after the theme-color metas: a file would cost a request. The policy allows it
 * by its hash, so the text must be the same in all pages of a paper. Damaged choices do no
 * harm here: tokens.css answers only values it knows, and the app reads them with care.
 */
export const earlyScript = (colors: ThemeColors): string =>
  `try{let d=document,e=d.documentElement.dataset;e.path=location.pathname;let l=localStorage,f=d.querySelector("style");` +
  `if(l["${signedInKey}"])e.in="";if(f&&l["${fontsKey}"])f.media="";` +
  `let s=JSON.parse(l["${storageKey}"]??"{}"),c=${JSON.stringify(colors)}[s.theme];` +
  `for(let k of "${settingNames.join(" ")}".split(" "))if(s[k])e[k]=s[k];` +
  `if(c)for(let m of d.getElementsByName("theme-color"))m.content=c}catch{}`;
