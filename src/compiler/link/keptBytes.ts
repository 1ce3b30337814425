import type { Article } from "#content/article.ts";

/** About what a story's file takes besides its text, a minute of text, a drawing and a photo in one width, in bytes. */
const STORY = 5000;
const MINUTE = 1600;
const DRAWING = 8000;
const PHOTO = 80_000;

/**
 * About how many bytes a device needs to keep a story with its picture. Told
 * without its body, which need not be read for it when nothing has changed.
 */
export function keptBytes({ readingMinutes, image }: Article): number {
  const picture = image === undefined ? 0 : image.url.endsWith(".svg") ? DRAWING : PHOTO;
  return STORY + readingMinutes * MINUTE + picture;
}
