import { useEffect } from "react";
import { useLocation } from "react-router";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { dataFile, editionFolder, inSite } from "#content/paths.ts";
import { address, fileUrl, siteData } from "../edition/address.ts";

/**
 * Looks in the other editions for what is not in this one, and opens it there: a reader's library holds
 * the stories of all editions, and does not know of which each is.
 */
export function useOtherEdition(editions: LanguageEdition[], isLost: boolean): void {
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    if (!isLost) return;
    const { prefix: own } = address();
    // An address with two slashes before it would be on another host.
    const path = pathname.replace(/^\/+/u, "/");
    const look = async () => {
      for (const { prefix } of editions) {
        if (prefix === own) continue;
        const file = `${siteData()}${editionFolder(prefix)}${dataFile(path)}`;
        // Without a connection, what was kept of it.
        const { ok = false, headers } = (await fetch(file, { method: "HEAD" }).catch(() => caches.match(file))) ?? {};
        // Some hosts answer with a page whatever they are asked for: then each edition would lead on to the next.
        if (ok && headers?.get("Content-Type")?.includes("json")) return location.replace(fileUrl(inSite(prefix, path)) + search + hash);
      }
    };
    // Where nothing of it is here, the page that says so stays.
    look().catch(() => {});
  }, [isLost, editions, pathname, search, hash]);
}
