import type { DataRouter, RouterSubscriber } from "react-router";

/**
 * The router whose pages are shown at once when they are there, in one step and not in
 * several between other work: on a slow phone each step costs a frame, and the reader
 * has asked for the page.
 */
export function promptRouter(router: DataRouter): DataRouter {
  const subscribe = router.subscribe.bind(router);
  router.subscribe = (tell: RouterSubscriber) => subscribe((state, options) => tell(state, { ...options, flushSync: true }));
  return router;
}
