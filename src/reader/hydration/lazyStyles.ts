import { useEffect, useState } from "react";
import lazy from "../styles/lazy.css?url";

/** The sheets that are on their way, or here. */
const coming = new Map<string, Promise<boolean>>();
let isHere = false;

/** A part that opens lazy, when its styles are here too: nobody sees it without them. @param part its code, on its way */
export async function withLazyStyles<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([part, loadLazyStyles()]);
  return loaded;
}

/** Whether they are here. A part that needs them shows itself only then. @param wanted whether there is anything to show */
export function useLazyStyles(wanted: boolean): boolean {
  const [ready, setReady] = useState(isHere);
  useEffect(() => {
    if (wanted && !ready) void loadLazyStyles().then(() => setReady(true));
  }, [wanted, ready]);
  return ready;
}

async function loadLazyStyles(): Promise<void> {
  isHere = await loadSheet(lazy);
}

/**
 * Loads a style sheet once for all. Where it does not come the part has to do without, and the next one asks again.
 * @returns whether it is here
 */
export function loadSheet(href: string): Promise<boolean> {
  if (typeof document === "undefined" || isLinked(href)) return Promise.resolve(true);
  const sheet =
    coming.get(href) ??
    new Promise<boolean>((done) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      link.addEventListener("load", () => done(true));
      link.addEventListener("error", () => {
        link.remove();
        coming.delete(href);
        done(false);
      });
      // Behind all others: between them it would have the browser set up every font anew, and lay out the whole page.
      document.body.append(link);
    });
  coming.set(href, sheet);
  return sheet;
}

/** Whether the page itself brought it along. */
const isLinked = (href: string): boolean => [...document.styleSheets].some((sheet) => sheet.href === new URL(href, location.href).href);
