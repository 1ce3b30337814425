import type { Picture as PictureOf } from "#content/image.ts";
import { fileUrl } from "../address.ts";
import "./picture.css";

type Props = {
  picture: PictureOf;
  alt: string;
  /** How wide it is drawn, for the browser's choice of a file. */
  sizes: string;
  /** The first picture of a page is wanted at once; all others when they come near. */
  first?: boolean;
};

/** A picture in the best encoding the browser knows, with its space reserved before it arrives. */
export function Picture({ picture, alt, sizes, first = false }: Props) {
  const types = [...new Set(picture.sources.map((source) => source.type))];
  return (
    <picture>
      {types.map((type) => (
        <source key={type} type={type} sizes={sizes} srcSet={srcSet(picture, type)} />
      ))}
      <img
        src={fileUrl(picture.url)}
        width={picture.width}
        height={picture.height}
        alt={alt}
        decoding="async"
        {...(first ? { fetchPriority: "high" } : { loading: "lazy" })}
      />
    </picture>
  );
}

function srcSet(picture: PictureOf, type: string): string {
  return picture.sources
    .filter((source) => source.type === type)
    .map((source) => `${fileUrl(source.url)} ${source.width}w`)
    .join(", ");
}
