import { createElement, useLayoutEffect, useRef } from "react";
import { Outlet, useLocation, useNavigation } from "react-router";
import { address, basenameOf } from "../edition/address.ts";
import { lazyCode } from "../hydration/lazyPart.tsx";
import { recall } from "../navigation/historyEntry.ts";
import { useLate } from "../ui/useLate.ts";

/** How long the old page stays when the next one does not come, in milliseconds. */
const PATIENCE = 300;

const useSkeleton = lazyCode(() => import("./Skeleton.tsx").then((module) => module.Skeleton));

/** The page, or the shape of the next one when that takes its time; the shapes come at idle, and until then the old page stays. A reader who then turns back finds the old page where it was left. */
export function CurrentPage() {
  const { key, pathname } = useLocation();
  const { location } = useNavigation();
  const Skeleton = useSkeleton();
  // The router names the next page with the base of the edition, and this one without.
  const path = location && `/${location.pathname.slice(basenameOf(address()).length).replace(/^\//u, "")}`;
  const late = useLate(path !== undefined && path !== pathname, PATIENCE) && Skeleton !== undefined;
  const before = useRef({ key, late });
  useLayoutEffect(() => {
    const { key: same, late: was } = before.current;
    before.current = { key, late };
    if (late && !was) scrollTo(0, 0);
    if (was && !late && same === key) scrollTo(0, recall(key).y ?? 0);
  }, [key, late]);
  return late && path !== undefined ? createElement(Skeleton, { key: path, path }) : <Outlet />;
}
