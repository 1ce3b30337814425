import { askEarly, filesOfPage } from "../data/earlyFiles.ts";
import { idle } from "../hydration/early/idle.ts";
import { replayKeys } from "../hydration/early/replayKeys.ts";
import { replayClicks } from "../hydration/early/replayClicks.ts";

/** Of the page whose HTML this is: whoever goes back meanwhile is elsewhere. */
const opened = document.documentElement.dataset["path"] ?? location.pathname;

/** How long the app waits for pictures, and all else for a first paint that the browser may never report, in milliseconds. */
const AT_MOST = { picture: 5000, paint: 1000 };

/**
 * The only script that a page names. First comes the story: the app is fetched
 * when the page is drawn, and run when the browser is idle, a part at a time. A
 * click on a button makes it come at once, and is replayed when it is there; so is
 * a key, when the shortcuts are there.
 */
const clicks = replayClicks();
replayKeys();
const painted = firstPaint();
void firstMove().then(applySheets);
addEventListener("beforeprint", applySheets, { once: true });
void painted.then(setInFonts);
loadApp().then(
  (isHydrated) => (isHydrated ? clicks.replay() : clicks.giveUp()),
  (error: unknown) => {
    clicks.giveUp();
    throw error;
  },
);

async function loadApp(): Promise<boolean> {
  const hasStory = document.getElementById("root")?.hasChildNodes();
  const idleOrClicked = () => hasStory && Promise.race([idle(), clicks.clicked]);
  if (hasStory) await Promise.race([Promise.all([painted, pageLoaded()]).then(idle), clicks.clicked]);
  else applySheets();
  preloadChunks();
  const { edition, page } = filesOfPage(document);
  for (const url of [edition, page]) if (url) askEarly(url);
  for (const load of [() => import("../hydration/early/react.ts"), () => import("../hydration/early/router.ts")]) {
    await idleOrClicked();
    await load();
  }
  await idleOrClicked();
  const { startApp } = await import("./main.tsx");
  applySheets();
  await idleOrClicked();
  return startApp(opened);
}

/** Resolves when everything that the first screen shows has arrived, and so has been drawn or is about to be. */
function pageLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "complete") return resolve();
    addEventListener("load", () => resolve(), { once: true });
    setTimeout(resolve, AT_MOST.picture);
  });
}

/** Resolves when something of the page is on the screen. A window that is hidden shows nothing. */
function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes("paint")) return resolve();
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
    setTimeout(resolve, AT_MOST.paint);
  });
}

/** Resolves when the reader does something, or has begun; at once where a place on the page is to be found. */
function firstMove(): Promise<void> {
  return new Promise((resolve) => {
    if (scrollY > 0 || document.documentElement.dataset["first"] === undefined) return resolve();
    for (const move of ["scroll", "keydown", "pointerdown"]) addEventListener(move, () => resolve(), { once: true, passive: true });
  });
}

/**
 * Sets the page in its own fonts when all of them are here: each that came by itself would have the browser lay out
 * the whole page once more, and so would the other styles. Whoever has chosen a typeface waits for no others. What is below
 * the window is laid out after that.
 */
async function setInFonts(): Promise<void> {
  const named = document.querySelector<HTMLElement>("[data-fonts]")?.dataset["fonts"]?.split(" ") ?? [];
  if (!document.documentElement.dataset["font"]) await Promise.all(named.map(fetched));
  const faces = document.querySelector("style");
  if (faces) faces.media = "";
  letSheetsHold();
  await idle();
  applySheets();
}

/** Lets hold what styles the page does not need to be shown, and has all of it laid out. */
function applySheets(): void {
  letSheetsHold();
  delete document.documentElement.dataset["first"];
}

function letSheetsHold(): void {
  for (const late of document.querySelectorAll<HTMLLinkElement>("body>link[as=style]")) late.rel = "stylesheet";
}

/** Resolves when a font is on the device, or does not come. */
function fetched(name: string): Promise<void> {
  return new Promise((resolve) => {
    const href = import.meta.resolve(`./${name}.woff2`);
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}

/**
 * Downloads the app's parts for this page, after everything else and without
 * running them. The page names them, since what a page needs is known where it is made; they lie beside its script.
 */
function preloadChunks(): void {
  const named = document.querySelector<HTMLElement>("[data-chunks]")?.dataset["chunks"];
  for (const name of named?.split(" ") ?? []) {
    const href = import.meta.resolve(`./${name}.js`);
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", fetchPriority: "low", href }));
  }
}
