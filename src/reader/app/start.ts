import { askEarly, filesOfPage } from "../data/earlyFiles.ts";
import { bringFonts } from "../hydration/early/bringFonts.ts";
import { bringChunksNear } from "../hydration/early/bringChunksNear.ts";
import { drawn } from "../hydration/early/drawn.ts";
import { idle } from "../hydration/early/idle.ts";
import { keepKeys } from "../hydration/early/keepKeys.ts";
import { keepPress } from "../hydration/early/keepPress.ts";

/** Of the page whose HTML this is: who goes back meanwhile is elsewhere. */
const opened = document.documentElement.dataset["path"] ?? location.pathname;

/**
 * The only script that a page names. First comes the story: the app is fetched
 * when the page is drawn, and run when the browser is idle, a part at a time. A
 * press on a button makes it come at once, and is answered when it is there; so is
 * a key, when the shortcuts are there.
 */
const press = keepPress();
keepKeys();
void bringFonts();
bringApp().then(
  (lives) => (lives ? press.answer() : press.giveUp()),
  (error: unknown) => {
    press.giveUp();
    throw error;
  },
);

async function bringApp(): Promise<boolean> {
  const hasStory = document.getElementById("root")?.hasChildNodes();
  if (hasStory) await Promise.race([drawn().then(idle), press.pressed]);
  bringChunksNear();
  const { edition, page } = filesOfPage(document);
  for (const url of [edition, page]) if (url) askEarly(url);
  for (const load of [() => import("../hydration/early/react.ts"), () => import("../hydration/early/router.ts")]) {
    if (hasStory) await Promise.race([idle(), press.pressed]);
    await load();
  }
  if (hasStory) await Promise.race([idle(), press.pressed]);
  const { bringToLife } = await import("./main.tsx");
  return bringToLife(opened);
}
