import { whenIdle } from "#loading/early/idle.ts";
import { frontFile } from "#content/paths.ts";
import { pageOrigin } from "../../device/pageOrigin.ts";
import { savesData } from "../../device/savesData.ts";
import { address, siteData } from "../../edition/address.ts";
import { full } from "./noteVisited.ts";
import { isServed, postToWorker } from "./startWorker.ts";

/**
 * Keeps every page that was opened on the device, and the front page: what loaded before there was a worker, as on
 * a first visit, did not pass it. The worker skips what it has.
 * @param loaded the files of the edition that this visit has loaded, below the data address
 * @param onPage calls back when another page is shown
 */
export function keepOpened(loaded: () => string[], onPage: (shown: () => void) => void): void {
  const posted = new Set<string>();
  let pages = pageOrigin(document) === "network" ? [location.href.replace(/[?#].*$/u, "")] : [];
  const keep = () => {
    const around = savesData() ? [] : [frontFile];
    const files = [...loaded(), ...around].filter((file) => !posted.has(file));
    for (const file of files) posted.add(file);
    const data = files.map((file) => full(address().data + file));
    const visited = { type: "visited", pages, data, pictures: isServed() || savesData() ? [] : shownPictures() } as const;
    // A search goes on while the worker starts.
    void postToWorker(isServed() ? visited : () => ({ ...visited, data: [...data, ...searchFiles()] }));
    pages = [];
  };
  whenIdle(keep);
  onPage(() => whenIdle(keep));
}

/** The files of the search index that this page has loaded. */
function searchFiles(): string[] {
  const folder = full(`${siteData()}search/`);
  return performance.getEntriesByType("resource").flatMap(({ name }) => (name.startsWith(folder) ? [name] : []));
}

function shownPictures(): { url: string; others: string[] }[] {
  const folder = full(`${address().base}pictures/`);
  const shown = new Set(Array.from(document.images, ({ currentSrc }) => currentSrc));
  return [...shown].filter((url) => url.startsWith(folder)).map((url) => ({ url, others: [] }));
}
