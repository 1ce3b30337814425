import { articlePath } from "#content/paths.ts";
import { drop } from "./keep.ts";
import { keepStory, keptStories } from "./keepStory.ts";

let last = Promise.resolve();

/**
 * Brings the stories that are kept for offline reading into line with those that
 * are saved, one after another. Stories saved on another device are kept too.
 * @param saved the headline of each story, by its slug
 */
export function keepSaved(saved: ReadonlyMap<string, { headline: string }>): Promise<void> {
  last = last.then(() => bringInStep(saved)).catch(() => {});
  return last;
}

async function bringInStep(saved: ReadonlyMap<string, { headline: string }>): Promise<void> {
  if (!("caches" in globalThis)) return;
  const kept = await keptStories();
  for (const slug of kept) if (!saved.has(slug)) await drop(articlePath(slug));
  for (const [slug, { headline }] of saved) if (!kept.includes(slug) && navigator.onLine) await keepStory(slug, headline);
}
