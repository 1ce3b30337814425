import type { DataRouter } from "react-router";
import { noteOpen } from "../../features/library/catchUp/visits.ts";
import { askForNews } from "../../features/updates/news.ts";
import { poll } from "../../features/updates/polling.ts";
import { startPrefetching } from "../../navigation/prefetch/startPrefetching.ts";
import { type PageRoute, prefetcher } from "../../navigation/prefetch/prefetcher.ts";
import { lost, noteAnswer } from "../../device/connection.ts";
import { startOffline } from "../../features/offline/worker.ts";
import { detectSlowDevice } from "../../device/detectSlowDevice.ts";

/** What goes on beside the page as long as it is open. It comes when the page lives and the browser is idle. */
export function startBackgroundTasks(router: DataRouter, pages: PageRoute[], base: string): void {
  detectSlowDevice();
  startOffline();
  poll(async () => {
    noteOpen(await askForNews());
    // No worker answers that: the server is there.
    noteAnswer(new Headers());
  }, lost);
  const onPage = (shown: () => void) => {
    let { key } = router.state.location;
    router.subscribe(({ location, navigation }) => {
      if (navigation.state !== "idle" || location.key === key) return;
      key = location.key;
      // The router tells before the page is drawn.
      requestAnimationFrame(() => requestAnimationFrame(shown));
    });
  };
  void startPrefetching(prefetcher(pages, base), onPage);
}
