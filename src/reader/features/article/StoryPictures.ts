import { createContext, useContext } from "react";
import type { Image } from "#content/image.ts";

const StoryPictures = createContext<Image[]>([]);

export const StoryPicturesProvider = StoryPictures.Provider;

/** The number of a picture among those of its story, by which an address names it. Undefined outside of stories. */
export function usePictureNumber(image: Image): number | undefined {
  const place = useContext(StoryPictures).indexOf(image);
  return place < 0 ? undefined : place + 1;
}
