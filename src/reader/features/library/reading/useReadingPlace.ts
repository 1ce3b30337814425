import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { librarySettings } from "../../../data/library/librarySettings.ts";
import { removeSaved } from "../saved/toggleSaved.ts";
import { changeLibrary, updateLibrary } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { placeInView } from "./placeInText.ts";

/** How long the page must not scroll before the place is noted, in milliseconds. */
const STILL = 800;

/** A story counts as begun once the reader has reached this paragraph. */
const BEGUN = 2;

/** Notes where the reader is in a story, as a paragraph and an offset, so that it holds on another screen and in other type. */
export function useReadingPlace(article: Article | undefined): void {
  useEffect(() => {
    if (!article) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      clearTimeout(timer);
      timer = undefined;
      void notePlace(article);
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(note, STILL);
    };
    // The last chance on a phone: a hidden page may never be shown again.
    const onHide = () => timer !== undefined && document.hidden && note();
    addEventListener("scroll", onScroll, { passive: true });
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", onScroll);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [article]);
}

async function notePlace({ slug }: Article): Promise<void> {
  const here = placeInView();
  if (!here || !location.pathname.endsWith(`/article/${encodeURIComponent(slug)}`)) return;
  const { paragraph, offset, atEnd } = here;
  if (atEnd) return noteEnd(slug);
  if (paragraph < BEGUN) return;
  await changeLibrary("position", slug, { slug, paragraph, offset, at: Date.now() });
}

/** A story that was read to its end needs no place; a saved one is marked as read, or removed if the reader wants that. */
async function noteEnd(slug: string): Promise<void> {
  if (libraryOf("position").has(slug)) await changeLibrary("position", slug, null);
  const saved = libraryOf("saved").get(slug);
  if (!saved || saved.read) return;
  if (librarySettings().removeRead) await removeSaved(saved);
  else await updateLibrary("saved", slug, (value) => value && { ...value, read: true });
}
