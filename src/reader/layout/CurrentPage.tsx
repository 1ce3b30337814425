import { Activity, type ContextType, createElement, type ReactNode, useContext, useLayoutEffect, useRef, useState } from "react";
import { UNSAFE_LocationContext as LocationContext, useLocation, useMatches, useNavigation, useOutlet } from "react-router";
import { address, basenameOf } from "../edition/address.ts";
import { lazyCode } from "#loading/hydration/lazyPart.tsx";
import { recall } from "../navigation/historyEntry.ts";
import { useLate } from "../ui/useLate.ts";

/** How long the old page stays while the next one is loading, in milliseconds. */
const LATE_MS = 300;

/** How many lists are kept behind the page that is shown. */
const MOST_KEPT = 2;

const useSkeleton = lazyCode(() => import("./Skeleton.tsx").then((module) => module.Skeleton));

/**
 * The page, or a skeleton of the next one if that takes too long. The skeleton's code is loaded at idle; before
 * that, the old page stays. A reader who turns back finds the old page where they left it.
 */
export function CurrentPage() {
  const { key, pathname } = useLocation();
  const { location } = useNavigation();
  const Skeleton = useSkeleton();
  // The router's path of the next page includes the base of the edition; that of this page does not.
  const path = location && `/${location.pathname.slice(basenameOf(address()).length).replace(/^\//u, "")}`;
  const late = useLate(path !== undefined && path !== pathname, LATE_MS) && Skeleton !== undefined;
  const before = useRef({ key, late });
  useLayoutEffect(() => {
    const { key: same, late: was } = before.current;
    before.current = { key, late };
    if (late && !was) scrollTo(0, 0);
    if (was && !late && same === key) scrollTo(0, recall(key).y ?? 0);
  }, [key, late]);
  return (
    <>
      {late && path !== undefined && createElement(Skeleton, { key: path, path })}
      <Pages isHidden={late} />
    </>
  );
}

type Page = {
  /** Counts the pages of the tab, so that React tells them apart. */
  id: number;
  place: ContextType<typeof LocationContext>;
  /** The router's latest element for the page, and the one that is rendered: of a page that the reader returns to, the earlier one. */
  outlet: ReactNode;
  drawn: ReactNode;
  isList: boolean;
};

/**
 * The page and, hidden after it, the lists that led to it: Back shows them as they
 * are and renders nothing again. While hidden they run no effects and do not see the
 * new location, which would render all their links again.
 */
function Pages({ isHidden }: { isHidden: boolean }) {
  const outlet = useOutlet();
  const place = useContext(LocationContext);
  const match = useMatches().at(-1);
  // A list that failed has no data, and is tried again on Back.
  const isList = match?.handle === "list" && match.loaderData !== undefined;
  const [known, setKnown] = useState<Page[]>([]);
  const pages = withPage(known, { place, outlet, drawn: outlet, isList });
  if (pages !== known) setKnown(pages);
  return pages.map((page, nth) => (
    <Activity key={page.id} mode={nth > 0 || isHidden ? "hidden" : "visible"}>
      <LocationContext.Provider value={page.place}>{page.drawn}</LocationContext.Provider>
    </Activity>
  ));
}

/** @returns the pages with the one that is shown first: the same page updated, a list that was kept, or a new page */
function withPage(pages: Page[], shown: Omit<Page, "id">): Page[] {
  const [last, ...kept] = pages;
  const { key, pathname } = shown.place.location;
  if (!last) return [{ id: 0, ...shown }];
  if (last.outlet === shown.outlet && last.place.location.key === key) return pages;
  const back = kept.findIndex(({ place }) => place.location.key === key);
  const list = kept[back];
  if (list) return [{ ...list, outlet: shown.outlet }, ...kept.slice(back + 1)];
  if (last.place.location.pathname === pathname) return [{ id: last.id, ...shown }, ...kept];
  return [{ id: last.id + 1, ...shown }, ...pages.filter((page) => page.isList).slice(0, MOST_KEPT)];
}
