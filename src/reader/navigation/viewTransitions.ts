import { flushSync } from "react-dom";
import type { DataRouter, Location, RouterNavigateOptions, RouterSubscriber, To } from "react-router";
import { painted } from "#loading/hydration/painted.ts";

/**
 * Whether a page change may be a view transition: if the browser supports it and the reader has not
 * asked for reduced motion, here or in the system. On a slow device it would keep them waiting.
 */
export function mayTransition(): boolean {
  const { pace, motion } = document.documentElement.dataset;
  if (pace === "slow" || motion === "less" || !("startViewTransition" in document)) return false;
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The same router, but pages that are opened by a link appear with a view transition,
 * there and back, and the pressed link is painted before the navigation begins.
 * The reader's last request wins: a navigation that still waits is dropped when they
 * go elsewhere, and a transition that has begun ends in the last page.
 */
export function withViewTransitions(router: DataRouter): DataRouter {
  const subscribe = router.subscribe.bind(router);
  const subscribers = new Set<RouterSubscriber>();
  let notifyLast = () => {};
  let soon: ReturnType<typeof setTimeout> | undefined;
  let shown = router.state.location;
  const notifyAll: RouterSubscriber = (state, { viewTransitionOpts, ...options }) => {
    notifyLast = () => {
      shown = state.location;
      subscribers.forEach((subscriber) => subscriber(state, options));
    };
    clearTimeout(soon);
    const staysOnPage = state.navigation.state === "idle" && isSamePage(shown, state.location);
    // A transition that the next one skips is not an error.
    if (viewTransitionOpts && mayTransition()) document.startViewTransition(() => flushSync(() => notifyLast())).ready.catch(() => {});
    // A part of the page that is told later would move a reader who has gone back or on meanwhile.
    else if (isInStep() && !staysOnPage) soon = setTimeout(notifyLast);
    else notifyLast();
  };
  router.subscribe = (subscriber: RouterSubscriber) => {
    subscribers.add(subscriber);
    // The router adds this once, so that all are told in one transition: another would skip the first.
    const stop = subscribe(notifyAll);
    return () => {
      subscribers.delete(subscriber);
      // While no one subscribes, the router keeps what happens for the next one.
      if (subscribers.size === 0) stop();
    };
  };
  let requests = 0;
  addEventListener("popstate", () => (requests += 1));
  const navigate = router.navigate.bind(router);
  router.navigate = async (to: To | number | null, options?: RouterNavigateOptions) => {
    requests += 1;
    const mine = requests;
    if (options?.viewTransition) await painted();
    // It takes a step in the history or an address, each in an overload of its own.
    if (mine === requests) await Reflect.apply(navigate, router, [to, options]);
  };
  return router;
}

/**
 * Whether the browser is taking a step through its history. React renders updates at
 * once during that event: the loading state, then the page, and even what could wait
 * until that is painted. After the event, it renders the page alone.
 */
function isInStep(): boolean {
  return window.event?.type === "popstate";
}

function isSamePage(one: Location, other: Location): boolean {
  return one.pathname === other.pathname && one.search === other.search;
}
