import { useEffect } from "react";
import { useLocation } from "react-router";
import type { LanguageEdition } from "#content/languageEdition.ts";
import { dataFile, inSite } from "#content/paths.ts";
import { address, fileUrl } from "../edition/address.ts";

/**
 * Looks in the other editions for what is not in this one, and opens it there: a reader's library holds
 * the stories of all editions, and does not know of which each is.
 */
export function useOtherEdition(editions: LanguageEdition[], isLost: boolean): void {
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    if (!isLost) return;
    const { data, prefix: own } = address();
    const root = data.slice(0, data.length - own.length);
    const look = async () => {
      for (const { prefix } of editions) {
        if (prefix === own) continue;
        const folder = prefix === "" ? "" : `${prefix.slice(1)}/`;
        const { ok } = await fetch(`${root}${folder}${dataFile(pathname)}`, { method: "HEAD" });
        if (ok) return location.replace(fileUrl(inSite(prefix, pathname)) + search + hash);
      }
    };
    // Without a connection the page that says that nothing is here stays.
    look().catch(() => {});
  }, [isLost, editions, pathname, search, hash]);
}
