import { fetchEarly, filesOfPage } from "./early/earlyFiles.ts";
import { idle } from "./early/idle.ts";
import { isSlowConnection } from "./early/slowConnection.ts";
import { replayKeys } from "./early/replayKeys.ts";
import { replayClicks } from "./early/replayClicks.ts";

/** The path of the page that this HTML was made for. A reader who goes back before the app starts is at another. */
const opened = document.documentElement.dataset["path"] ?? location.pathname;

/** How long the app waits for pictures, and everything for a first paint, which a browser may never report, in milliseconds. */
const AT_MOST = { picture: 5000, paint: 1000 };

/**
 * The only script that a page names. The story comes first: the app is fetched
 * once the page is painted, and run when the browser is idle, one part at a time.
 * A click on a button starts it at once, and is replayed when the app is ready;
 * keys are replayed when the shortcuts are ready.
 */
const clicks = replayClicks();
replayKeys();
const faults = document.querySelector<HTMLMetaElement>("[name=broadsheet-faults]")?.content;
if (faults)
  import("#content/reportFaults.ts").then(
    ({ reportFaults }) => reportFaults(faults, new URL(".", import.meta.url).href),
    () => {},
  );
const painted = firstPaint();
void painted.then(firstInteraction).then(applySheets);
addEventListener("beforeprint", applySheets, { once: true });
void painted.then(applyFonts);
loadApp().then(
  (isHydrated) => (isHydrated ? clicks.replay() : clicks.giveUp()),
  (error: unknown) => {
    clicks.giveUp();
    throw error;
  },
);

async function loadApp(): Promise<boolean> {
  // A page without a headline is one that the app has to draw.
  const hasStory = document.querySelector("h1");
  const idleOrClicked = () => hasStory && Promise.race([idle(), clicks.clicked]);
  if (hasStory) await Promise.race([Promise.all([painted, pageLoaded()]).then(idle), clicks.clicked]);
  else applySheets();
  preloadChunks();
  const { edition, page } = filesOfPage(document);
  for (const url of [edition, page]) if (url) fetchEarly(url);
  for (const load of [() => import("./early/react.ts"), () => import("./early/router.ts")]) {
    await idleOrClicked();
    await load();
  }
  await idleOrClicked();
  const { startApp } = await import("#reader/app/main.tsx");
  applySheets();
  await idleOrClicked();
  return startApp(opened);
}

/** Resolves when everything on the first screen has loaded, and so has been painted or is about to be. */
function pageLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "complete") return resolve();
    addEventListener("load", () => resolve(), { once: true });
    setTimeout(resolve, AT_MOST.picture);
  });
}

/** Resolves at the first contentful paint; at once in a hidden window, which paints nothing. */
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

/** Resolves when the reader first scrolls, presses a key or points; at once if the page is scrolled already or laid out in full. */
function firstInteraction(): Promise<void> {
  return new Promise((resolve) => {
    if (scrollY > 0 || document.documentElement.dataset["first"] === undefined) return resolve();
    for (const move of ["scroll", "keydown", "pointerdown"]) addEventListener(move, () => resolve(), { once: true, passive: true });
  });
}

/**
 * Applies the page's own fonts when all of them have loaded: one by one, each would make the browser lay out the
 * whole page again, and so would the other styles. A reader who has chosen a typeface does not wait for the others.
 * What is below the window is laid out after that. The first page over a slow connection does without fonts.
 */
async function applyFonts(): Promise<void> {
  if (areFontsOptional() && isSlowConnection()) void nextPage().then(idle).then(applyFaces);
  else await applyFaces();
  enableSheets();
  await idle();
  applySheets();
}

async function applyFaces(): Promise<void> {
  if (!hasChosenTypeface()) await Promise.all(namedBy("fonts").map(fetched));
  const faces = document.querySelector("style");
  if (faces) faces.media = "";
}

const hasChosenTypeface = (): boolean => Boolean(document.documentElement.dataset["font"]);

/** Whether what stands in for the fonts is as good to read: it is not for a paper's own typefaces, nor for texts in Arabic. */
const areFontsOptional = (): boolean =>
  !hasChosenTypeface() && document.querySelector("[data-brand],html[dir=rtl],.story[dir=rtl]") === null;

/** Resolves when the app shows another page. Where the browser cannot tell, the fonts wait for a page that is loaded. */
function nextPage(): Promise<void> {
  return new Promise((resolve) => {
    const navigation: unknown = Reflect.get(window, "navigation");
    if (!(navigation instanceof EventTarget)) return;
    const changed = (event: Event): void => {
      if (Reflect.get(event, "navigationType") === "replace") return;
      navigation.removeEventListener("currententrychange", changed);
      resolve();
    };
    navigation.addEventListener("currententrychange", changed);
  });
}

/** Enables the style sheets that the first screen does not need, and lays out the whole page. */
function applySheets(): void {
  enableSheets();
  delete document.documentElement.dataset["first"];
}

function enableSheets(): void {
  for (const late of document.querySelectorAll<HTMLLinkElement>("body>link[as=style]")) late.rel = "stylesheet";
}

/** Resolves when a font has loaded, or failed to. */
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
 * Downloads the app's chunks for this page, at low priority and without running
 * them. The page names them, since what it needs is known when it is prerendered; they are beside this script.
 */
function preloadChunks(): void {
  for (const name of namedBy("chunks")) {
    const href = import.meta.resolve(`./${name}.js`);
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", fetchPriority: "low", href }));
  }
}

/** The files that the page names. */
function namedBy(kind: "fonts" | "chunks"): string[] {
  return document.querySelector<HTMLElement>(`[data-${kind}]`)?.dataset[kind]?.split(" ") ?? [];
}
