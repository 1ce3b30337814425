import { articlePath } from "#content/paths.ts";
import { sweepKept } from "../../../device/kept/dropKept.ts";
import { drop } from "./keep.ts";
import { keepStory, storyRecords } from "./keepStory.ts";

let last: Promise<void> | undefined;

/**
 * Brings the stories that are kept for offline reading into line with those that
 * are saved, one after another. Stories saved on another device are kept too.
 * @param saved the headline of each story, by its slug
 */
export function keepSaved(saved: ReadonlyMap<string, { headline: string }>): Promise<void> {
  if (!("caches" in globalThis)) return Promise.resolve();
  last = (last ?? sweepKept()).then(() => bringInStep(saved)).catch(() => {});
  return last;
}

async function bringInStep(saved: ReadonlyMap<string, { headline: string }>): Promise<void> {
  const wanted = new Map([...saved].map(([slug, { headline }]) => [articlePath(slug), { slug, headline }]));
  for (const { id, whole } of await storyRecords()) {
    if (!wanted.has(id)) await drop(id);
    else if (whole) wanted.delete(id);
  }
  for (const { slug, headline } of wanted.values()) if (navigator.onLine) await keepStory(slug, headline);
}
