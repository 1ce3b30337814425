import { useEffect, useRef, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { remember } from "./historyEntry.ts";
import { withdrawOffer } from "../toasts/offers.ts";
import { equals, followedLinkAt } from "./followedLink.ts";

/**
 * What happens when the reader arrives at another page inside the app: focus
 * goes to its headline, or on Back to the link that was followed, and its title
 * is said once. The first page is the browser's own affair.
 */
export function RouteFocus() {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const here = useRef({ key, pathname });
  const [said, setSaid] = useState({ title: "", language: "" });

  useEffect(() => rememberFollowed(() => here.current.key), []);

  useEffect(() => {
    if (here.current.key === key) return;
    const moved = here.current.pathname !== pathname;
    here.current = { key, pathname };
    if (!moved) return;
    removeInitialHead();
    // What was done on a page is undone on it.
    withdrawOffer("undo");
    const target = (type === NavigationType.Pop && followedLinkAt(key)) || document.querySelector<HTMLElement>("h1");
    target?.focus({ preventScroll: true });
    setSaid({ title: document.title, language: document.querySelector<HTMLElement>("title")?.lang ?? "" });
  }, [key, pathname, type]);

  return (
    <p className="unseen" role="status" lang={said.language || undefined}>
      {said.title}
    </p>
  );
}

function rememberFollowed(keyNow: () => string): () => void {
  const note = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link) return;
    const { top } = link.getBoundingClientRect();
    remember(keyNow(), { link: { href: link.href, place: equals(link.href).indexOf(link), top, y: scrollY } });
  };
  document.addEventListener("click", note, { capture: true });
  return () => document.removeEventListener("click", note, { capture: true });
}

/** What the HTML of a page says of that page alone. Icons, fonts and the manifest stay true. */
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
 * Takes out of the head what is no longer true when the reader has moved on. A
 * browser that shares or prints a page asks for its canonical address: it would
 * get that of the page which was opened first.
 */
function removeInitialHead(): void {
  for (const element of document.head.querySelectorAll(OF_ONE_PAGE)) element.remove();
}
