import type { DataRouter } from "react-router";
import { askForNews } from "./fresh/news.ts";
import { poll } from "./fresh/polling.ts";
import { bringNear } from "./near/bringNear.ts";
import { prefetcher } from "./near/prefetcher.ts";
import { lost, noteAnswer } from "./offline/connection.ts";
import { startOffline } from "./offline/startOffline.ts";
import type { PageRoute } from "./routes.tsx";
import { noteFonts } from "./settings/noteFonts.ts";
import { watchPace } from "./shell/watchPace.ts";

/** What goes on beside the page as long as it is open. It comes when the page lives and the browser is idle. */
export function standBy(router: DataRouter, pages: PageRoute[], base: string): void {
  watchPace();
  void noteFonts();
  startOffline();
  poll(async () => {
    await askForNews();
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
  void bringNear(prefetcher(pages, base), onPage);
}
