import { settingNames } from "./settings.ts";
import { storageKey } from "./storageKey.ts";
import { themeColors } from "./themeColors.ts";

/**
 * Puts the reader's choices onto <html> before the first paint, so that no page
 * flashes in the wrong theme or size. It stands inline in the head of every page,
 * after the theme-color metas: a file would cost a request. The policy allows it
 * by its hash, so the text must be the same everywhere. Damaged choices do no
 * harm here: tokens.css answers only values it knows, and the app reads them with care.
 */
export const earlyScript =
  `try{let s=JSON.parse(localStorage.getItem("${storageKey}")),d=document,c=${JSON.stringify(themeColors)}[s.theme];` +
  `for(let k of "${settingNames.join(" ")}".split(" "))if(s[k])d.documentElement.dataset[k]=s[k];` +
  `if(c)for(let m of d.querySelectorAll("[name=theme-color]"))m.content=c}catch{}`;
