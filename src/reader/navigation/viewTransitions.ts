import { flushSync } from "react-dom";
import type { DataRouter, RouterNavigateOptions, RouterSubscriber, To } from "react-router";
import { painted } from "../hydration/painted.ts";

/**
 * Whether a page change may be a view transition: where the browser can, and the reader has not
 * asked for less motion here or in the system. On a slow device they would wait for it.
 */
export function mayTransition(): boolean {
  const { pace, motion } = document.documentElement.dataset;
  if (pace === "slow" || motion === "less" || !("startViewTransition" in document)) return false;
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The same router, which shows a page that a link was followed to by a view transition,
 * there and back, and draws that the link was pressed before it goes there.
 * What the reader asks for last holds: a press that waits is dropped when they go
 * elsewhere meanwhile, and a transition that has begun ends in the page that is last.
 */
export function withViewTransitions(router: DataRouter): DataRouter {
  const subscribe = router.subscribe.bind(router);
  router.subscribe = (tell: RouterSubscriber) => {
    let tellLast = () => {};
    let soon: ReturnType<typeof setTimeout> | undefined;
    return subscribe((state, { viewTransitionOpts, ...options }) => {
      tellLast = () => tell(state, options);
      clearTimeout(soon);
      // One that is overtaken by the next is no fault.
      if (viewTransitionOpts && mayTransition()) document.startViewTransition(() => flushSync(() => tellLast())).ready.catch(() => {});
      else if (isInStep()) soon = setTimeout(tellLast);
      else tellLast();
    });
  };
  let requests = 0;
  addEventListener("popstate", () => (requests += 1));
  const navigate = router.navigate.bind(router);
  router.navigate = async (to: To | number | null, options?: RouterNavigateOptions) => {
    requests += 1;
    const mine = requests;
    if (options?.viewTransition) await painted();
    // It takes a step in the history or an address, each in a type of its own.
    if (mine === requests) await Reflect.apply(navigate, router, [to, options]);
  };
  return router;
}

/**
 * Whether the browser is at a step through its history. What React is told then it
 * draws at once: that the page is on its way, then the page, and what could wait
 * until that is painted. Told after the step, it draws the page alone.
 */
function isInStep(): boolean {
  return window.event?.type === "popstate";
}
