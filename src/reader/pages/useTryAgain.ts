import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import { pageOrigin } from "../device/pageOrigin.ts";
import { reloadPage } from "../data/reloadPage.ts";
import { ConnectionError, PartError } from "../data/errors.ts";
import { storedItem, storeItem } from "../store/storage.ts";

/**
 * Tries a page again that did not load. Missing code takes a reload of the page: that is done at once, but only once.
 * So does what was opened without a connection: it may be no page of the app but a recording or a book. If the connection
 * may have been missing, which both data and code report, the page is tried again as soon as it returns.
 */
export function useTryAgain(error: unknown): { tryAgain: () => void; trying: boolean } {
  const { revalidate, state } = useRevalidator();
  const [asking, setAsking] = useState(false);
  const codeIsMissing = error instanceof PartError;
  const takesReload = codeIsMissing || pageOrigin(document) === "offlinePage";
  useEffect(() => {
    if (codeIsMissing && mayReload(location.href)) void reloadPage(location.href);
  }, [codeIsMissing]);
  const noConnection = codeIsMissing || error instanceof ConnectionError;
  useEffect(() => {
    if (!noConnection) return;
    const again = () => void (takesReload ? reloadPage(location.href) : revalidate());
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [noConnection, takesReload, revalidate]);
  const tryAgain = async () => {
    if (!takesReload) return revalidate();
    setAsking(true);
    await reloadPage(location.href);
    setAsking(false);
  };
  return { tryAgain: () => void tryAgain(), trying: asking || state === "loading" };
}

/** Where the tab notes that a page was reloaded automatically. */
const STORE = "broadsheet-reloaded";

/** If the same page fails twice within this time, in milliseconds, the cause is not a new version. */
const SOON = 5 * 60_000;

/**
 * Whether a page may be reloaded automatically: once, or a site whose files are
 * missing would reload forever.
 * @param now in milliseconds since 1970
 */
export function mayReload(href: string, now = Date.now()): boolean {
  const [at = "", page = ""] = (storedItem("sessionStorage", STORE) ?? "").split(" ");
  if (page === href && now - Number(at) < SOON) return false;
  // A reload that cannot be noted might be repeated forever.
  return storeItem("sessionStorage", STORE, `${now} ${href}`);
}
