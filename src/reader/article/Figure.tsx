import type { Image } from "#content/image.ts";
import { Picture } from "../ui/Picture.tsx";
import { Inlines } from "./Inlines.tsx";
import "./figure.css";

const IN_TEXT = "(width < 48rem) 100vw, 42rem";

type Props = { image: Image; className?: string; sizes?: string; first?: boolean; lang?: string | undefined };

/** A picture with its caption and credit. */
export function Figure({ image, className, sizes = IN_TEXT, first = false, lang }: Props) {
  return (
    <figure className={className} lang={lang}>
      <Picture picture={image} alt={image.alt} sizes={sizes} first={first} />
      {(image.caption || image.credit) && (
        <figcaption>
          {image.caption && <Inlines of={image.caption} />} {image.credit && <small>{image.credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
