import { useEffect, useRef, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { remember } from "./historyEntry.ts";
import { withdrawOffer } from "../toasts/offers.ts";
import { followedLinkAt, linksTo } from "./followedLink.ts";

/**
 * Manages focus when the reader goes to another page inside the app: it moves to
 * the page's headline, or on Back to the link that was followed, and the title is
 * announced once. The first page is left to the browser.
 */
export function RouteFocus() {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const here = useRef({ key, pathname });
  const [announced, setAnnounced] = useState({ title: "", language: "" });

  useEffect(() => rememberFollowed(() => here.current.key), []);

  useEffect(() => {
    if (here.current.key === key) return;
    const moved = here.current.pathname !== pathname;
    here.current = { key, pathname };
    if (!moved) return;
    removeInitialHead();
    // An action is only undone on its own page.
    withdrawOffer("undo");
    const target = (type === NavigationType.Pop && followedLinkAt(key)) || document.querySelector<HTMLElement>("h1");
    target?.focus({ preventScroll: true });
    setAnnounced({ title: document.title, language: document.querySelector<HTMLElement>("title")?.lang ?? "" });
  }, [key, pathname, type]);

  return (
    <p className="unseen" role="status" lang={announced.language || undefined}>
      {announced.title}
    </p>
  );
}

function rememberFollowed(keyNow: () => string): () => void {
  const note = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link) return;
    const { top } = link.getBoundingClientRect();
    remember(keyNow(), { link: { href: link.href, place: linksTo(link.href).indexOf(link), top, y: scrollY } });
  };
  document.addEventListener("click", note, { capture: true });
  return () => document.removeEventListener("click", note, { capture: true });
}

/** The elements of the head that apply to one page only. Icons, fonts and the manifest stay valid. */
const OF_ONE_PAGE = [
  "link[rel=canonical]",
  "link[rel=prev]",
  "link[rel=next]",
  "link[rel=alternate]",
  "meta[name=description]",
  "meta[name=robots]",
  'meta[name="twitter:card"]',
  "meta[property]",
  'script[type="application/ld+json"]',
].join(",");

/**
 * Removes what is no longer true once the reader has moved on. A browser that
 * shares or prints a page uses its canonical address: it would get that of the
 * page that was opened first.
 */
function removeInitialHead(): void {
  for (const element of document.head.querySelectorAll(OF_ONE_PAGE)) element.remove();
}
