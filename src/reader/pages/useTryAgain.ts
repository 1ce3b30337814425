import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import { loadAnew } from "../data/answers.ts";
import { ConnectionError, PartError } from "../data/errors.ts";
import { storedItem, storeItem } from "../store/storage.ts";

/**
 * How to try a page again that did not load. Missing code comes only when the
 * page itself is loaded anew: that is tried at once, but once. Where the
 * connection was missing, its return is enough.
 */
export function useTryAgain(error: unknown): { tryAgain: () => void; trying: boolean } {
  const { revalidate, state } = useRevalidator();
  const [asking, setAsking] = useState(false);
  const codeIsMissing = error instanceof PartError;
  useEffect(() => {
    if (codeIsMissing && mayReload(location.href)) void loadAnew(location.href);
  }, [codeIsMissing]);
  const noConnection = error instanceof ConnectionError;
  useEffect(() => {
    if (!noConnection) return;
    const again = () => void revalidate();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [noConnection, revalidate]);
  const tryAgain = async () => {
    if (!codeIsMissing) return revalidate();
    setAsking(true);
    await loadAnew(location.href);
    setAsking(false);
  };
  return { tryAgain: () => void tryAgain(), trying: asking || state === "loading" };
}

/** Where the tab notes that a page was loaded anew by itself. */
const STORE = "broadsheet-reloaded";

/** A second fault of the same page within this time is no new version but a fault, in milliseconds. */
const SOON = 5 * 60_000;

/**
 * Whether a page may be loaded anew by itself: once, or a site whose files are
 * missing would be loaded for ever.
 * @param now in milliseconds since 1970
 */
export function mayReload(href: string, now = Date.now()): boolean {
  const [at = "", page = ""] = (storedItem("sessionStorage", STORE) ?? "").split(" ");
  if (page === href && now - Number(at) < SOON) return false;
  // What cannot be noted may not be done.
  return storeItem("sessionStorage", STORE, `${now} ${href}`);
}
