import { useEffect, useState } from "react";
import lazy from "#reader/styles/lazy.css?url";

/** The style sheets that are loading, or have loaded. */
const requested = new Map<string, Promise<boolean>>();
let isLoaded = false;

/** Resolves with a part when its lazy styles have loaded too, so that it is not seen without them. @param part its code */
export async function withLazyStyles<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([part, loadLazyStyles()]);
  return loaded;
}

/** Whether the lazy styles have loaded: a part that needs them waits for that. @param wanted whether there is anything to show */
export function useLazyStyles(wanted: boolean): boolean {
  const [ready, setReady] = useState(isLoaded);
  useEffect(() => {
    if (wanted && !ready) void loadLazyStyles().then(() => setReady(true));
  }, [wanted, ready]);
  return ready;
}

async function loadLazyStyles(): Promise<void> {
  isLoaded = await loadSheet(lazy);
}

/**
 * Loads a style sheet, once. If it does not load, the part has to do without it, and the next one tries again.
 * @returns whether it has loaded
 */
export function loadSheet(href: string): Promise<boolean> {
  if (typeof document === "undefined" || isLinked(href)) return Promise.resolve(true);
  const sheet =
    requested.get(href) ??
    new Promise<boolean>((done) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      link.addEventListener("load", () => done(true));
      link.addEventListener("error", () => {
        link.remove();
        requested.delete(href);
        done(false);
      });
      // After all others: among them it would make the browser set up every font again, and lay out the whole page.
      document.body.append(link);
    });
  requested.set(href, sheet);
  return sheet;
}

/** Whether the page itself links the style sheet. */
const isLinked = (href: string): boolean => [...document.styleSheets].some((sheet) => sheet.href === new URL(href, location.href).href);
