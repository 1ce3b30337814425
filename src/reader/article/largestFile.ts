import type { Picture } from "#content/image.ts";

/** The file of a picture that shows most of it, with its width in pixels. */
export function largestFile(picture: Picture): { url: string; width: number } {
  return picture.sources.reduce((largest, source) => (source.width > largest.width ? source : largest), {
    url: picture.url,
    width: picture.width,
  });
}
