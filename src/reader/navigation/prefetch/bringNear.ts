import { bringSeen } from "./bringSeen.ts";
import { bringWished } from "./bringWished.ts";
import { isWellConnected } from "./isWellConnected.ts";
import { savesData } from "./savesData.ts";

/**
 * Brings the next page near before it is asked for: the one that the reader
 * points at, and on a good connection those whose links are in view. Nothing where
 * the reader saves data.
 * @param bring brings a page of this edition near, by its address
 * @param onPage calls back when a page is shown
 */
export async function bringNear(bring: (href: string) => Promise<void>, onPage: (shown: () => void) => void): Promise<void> {
  if (savesData()) return;
  bringWished((href) => void bring(href));
  if (!("IntersectionObserver" in window) || !(await isWellConnected())) return;
  const look = bringSeen(bring);
  look();
  onPage(look);
}
