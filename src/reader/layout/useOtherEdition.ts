import { useEffect } from "react";
import { useLocation } from "react-router";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { dataFile, editionFolder, inSite } from "#content/paths.ts";
import { address, fileUrl, siteData } from "../edition/address.ts";

/**
 * Looks in the other editions for a page that this one does not have, and opens it there: a reader's library
 * holds the stories of all editions, and does not know which edition each is from.
 */
export function useOtherEdition(editions: LanguageEdition[], isLost: boolean): void {
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    if (!isLost) return;
    const { prefix: own } = address();
    // A path that begins with two slashes would lead to another host.
    const path = pathname.replace(/^\/+/u, "/");
    const look = async () => {
      for (const { prefix } of editions) {
        if (prefix === own) continue;
        const file = `${siteData()}${editionFolder(prefix)}${dataFile(path)}`;
        // Without a connection, a stored copy counts.
        const { ok = false, headers } = (await fetch(file, { method: "HEAD" }).catch(() => caches.match(file))) ?? {};
        // Some hosts answer every request with a page: then each edition would redirect to the next.
        if (ok && headers?.get("Content-Type")?.includes("json")) return location.replace(fileUrl(inSite(prefix, path)) + search + hash);
      }
    };
    // If the search fails, the page that says "not found" stays.
    look().catch(() => {});
  }, [isLost, editions, pathname, search, hash]);
}
