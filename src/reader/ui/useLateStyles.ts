import { useInsertionEffect } from "react";

const brought = new Set<string>();

/** Brings a style sheet that only a late part of the app needs, once. Its layers have their order by then. @param href as the bundler names it */
export function useLateStyles(href: string): void {
  useInsertionEffect(() => {
    if (brought.has(href)) return;
    brought.add(href);
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    document.head.append(link);
  }, [href]);
}
