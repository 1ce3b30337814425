import type { QueryClient } from "@tanstack/react-query";
import type { DataRouter } from "react-router";
import { noteOpen } from "../../features/library/catchUp/visits.ts";
import { askForNews } from "../../features/updates/news.ts";
import { poll } from "../../features/updates/polling.ts";
import { startPrefetching } from "../../navigation/prefetch/startPrefetching.ts";
import { type PageRoute, prefetcher } from "../../navigation/prefetch/prefetcher.ts";
import { noteAnswer, serverUnreachable } from "../../device/connection.ts";
import { loadedFiles } from "../../data/queries.ts";
import { keepOpened } from "../../features/offline/keepOpened.ts";
import { startOffline } from "../../features/offline/startWorker.ts";
import { detectSlowDevice } from "../../device/detectSlowDevice.ts";

/** Starts what runs for as long as the page is open. Its code is loaded when the browser is idle. */
export function startBackgroundTasks(client: QueryClient, router: DataRouter, pages: PageRoute[], base: string): void {
  detectSlowDevice();
  startOffline();
  poll(async () => {
    noteOpen(await askForNews());
    // The service worker never answers this request, so an answer shows that the server can be reached.
    noteAnswer(new Headers());
  }, serverUnreachable);
  const onPage = (callback: () => void) => {
    let { key } = router.state.location;
    router.subscribe(({ location, navigation }) => {
      if (navigation.state !== "idle" || location.key === key) return;
      key = location.key;
      // The router notifies its subscribers before the page is painted.
      requestAnimationFrame(() => requestAnimationFrame(callback));
    });
  };
  keepOpened(() => loadedFiles(client), onPage);
  void startPrefetching(prefetcher(pages, base), onPage);
}
