import { askEarly, filesOfPage } from "../data/earlyFiles.ts";
import { loadFonts } from "../hydration/early/loadFonts.ts";
import { preloadChunks } from "../hydration/early/preloadChunks.ts";
import { idle } from "../hydration/early/idle.ts";
import { replayKeys } from "../hydration/early/replayKeys.ts";
import { replayClicks } from "../hydration/early/replayClicks.ts";

/** Of the page whose HTML this is: who goes back meanwhile is elsewhere. */
const opened = document.documentElement.dataset["path"] ?? location.pathname;

/** Longer than this no app waits for a picture that does not come, in milliseconds. */
const AT_MOST = 5000;

/**
 * The only script that a page names. First comes the story: the app is fetched
 * when the page is drawn, and run when the browser is idle, a part at a time. A
 * click on a button makes it come at once, and is replayed when it is there; so is
 * a key, when the shortcuts are there.
 */
const clicks = replayClicks();
replayKeys();
void loadFonts();
loadApp().then(
  (isHydrated) => (isHydrated ? clicks.replay() : clicks.giveUp()),
  (error: unknown) => {
    clicks.giveUp();
    throw error;
  },
);

async function loadApp(): Promise<boolean> {
  const hasStory = document.getElementById("root")?.hasChildNodes();
  if (hasStory) await Promise.race([pageLoaded().then(idle), clicks.clicked]);
  preloadChunks();
  const { edition, page } = filesOfPage(document);
  for (const url of [edition, page]) if (url) askEarly(url);
  for (const load of [() => import("../hydration/early/react.ts"), () => import("../hydration/early/router.ts")]) {
    if (hasStory) await Promise.race([idle(), clicks.clicked]);
    await load();
  }
  if (hasStory) await Promise.race([idle(), clicks.clicked]);
  const { startApp } = await import("./main.tsx");
  return startApp(opened);
}

/** Resolves when everything that the first screen shows has arrived, and so has been drawn or is about to be. */
function pageLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "complete") return resolve();
    addEventListener("load", () => resolve(), { once: true });
    setTimeout(resolve, AT_MOST);
  });
}
