import type { DataRouter, RouterSubscriber } from "react-router";

/**
 * Whether one page may melt into the next: where the browser can, and the reader has not
 * asked for less motion here or in the system. On a slow device they would wait for it.
 */
export function mayMelt(): boolean {
  const { pace, motion } = document.documentElement.dataset;
  if (pace === "slow" || motion === "less" || !("startViewTransition" in document)) return false;
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The same router, which asks for each page anew whether it may melt: on Back it would do as it did on the way there. */
export function meltingRouter(router: DataRouter): DataRouter {
  const subscribe = router.subscribe.bind(router);
  router.subscribe = (tell: RouterSubscriber) =>
    subscribe((state, { viewTransitionOpts, ...options }) => {
      tell(state, { ...options, ...(viewTransitionOpts && mayMelt() && { viewTransitionOpts }) });
    });
  return router;
}
