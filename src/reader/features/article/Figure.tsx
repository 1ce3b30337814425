import type { Image } from "#content/image.ts";
import { ON_PHONES, Picture } from "../../ui/Picture.tsx";
import { Inlines } from "./Inlines.tsx";
import { PictureLink } from "./PictureLink.tsx";
import { usePictureNumber } from "./StoryPictures.ts";
import "./figure.css";

const IN_TEXT = `${ON_PHONES}, 40rem`;

type Props = { image: Image; className?: string; sizes?: string; first?: boolean; lang?: string | undefined };

/** A picture with its caption and credit. In a story it has a number, and leads to itself alone. */
export function Figure({ image, className, sizes = IN_TEXT, first = false, lang }: Props) {
  const number = usePictureNumber(image);
  const picture = <Picture picture={image} alt={image.alt} sizes={sizes} first={first} />;
  return (
    <figure className={className} id={number === undefined ? undefined : `image-${number}`} lang={lang}>
      {number === undefined ? (
        picture
      ) : (
        <PictureLink image={image} number={number}>
          {picture}
        </PictureLink>
      )}
      {(image.caption || image.credit) && (
        <figcaption>
          {image.caption && <Inlines of={image.caption} />} {image.credit && <small>{image.credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
