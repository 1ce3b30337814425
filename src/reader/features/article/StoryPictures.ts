import { createContext, useContext } from "react";
import type { Image } from "#content/image.ts";

const StoryPictures = createContext<Image[]>([]);

export const StoryPicturesProvider = StoryPictures.Provider;

/** The number of a picture in its story, which its address contains (`#image-2`). Undefined outside stories. */
export function usePictureNumber(image: Image): number | undefined {
  const place = useContext(StoryPictures).indexOf(image);
  return place < 0 ? undefined : place + 1;
}
