import { useEffect, useState } from "react";
import lazy from "../styles/lazy.css?url";

let coming: Promise<void> | undefined;
let isHere = false;

/** A part that opens lazy, when its styles are here too: nobody sees it without them. @param part its code, on its way */
export async function withLazyStyles<Part>(part: Promise<Part>): Promise<Part> {
  const [loaded] = await Promise.all([part, loadLazyStyles()]);
  return loaded;
}

/** Whether they are here. A part that needs them shows itself only then. @param wanted whether there is anything to show */
export function useLazyStyles(wanted: boolean): boolean {
  const [ready, setReady] = useState(isHere);
  useEffect(() => {
    if (wanted && !ready) void loadLazyStyles().then(() => setReady(true));
  }, [wanted, ready]);
  return ready;
}

/** Once for all. Where they do not come the part has to do without, and the next one asks again. */
function loadLazyStyles(): Promise<void> {
  coming ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = lazy;
    link.addEventListener("load", () => {
      isHere = true;
      done();
    });
    link.addEventListener("error", () => {
      link.remove();
      coming = undefined;
      done();
    });
    // Behind all others: between them it would have the browser set up every font anew, and lay out the whole page.
    document.body.append(link);
  });
  return coming;
}
