import { preload } from "react-dom";
import type { Image } from "#content/image.ts";
import { fileUrl } from "../edition/address.ts";
import "./picture.css";

/**
 * The `sizes` of a picture from edge to edge of a phone. Browsers take the next larger file, up to half as wide again: asked
 * for a little less, they take one of 80 to 120 percent, and on such a fine screen nobody sees the difference.
 */
export const ON_PHONES = "(width < 48rem) 80vw";

type Props = {
  picture: Pick<Image, "url" | "width" | "height" | "sources" | "focus">;
  alt: string;
  /** How wide it is drawn, for the browser's choice of a file. A picture that covers a box of another shape is wider than the box. */
  sizes: string;
  /** Whether it is on the page's first screen and loads at once; all others load when they come near. */
  first?: boolean;
};

/**
 * A picture in the best encoding the browser supports, with its space reserved before it loads. The policy of the page allows a
 * script to style an element, but no style attribute: in a prerendered page, its own styles have a rule for each focal point.
 */
export function Picture({ picture, alt, sizes, first = false }: Props) {
  const { url, width, height, focus } = picture;
  const types = [...new Set(picture.sources.map(({ type }) => type))];
  const sources = types.map((type) => ({
    type,
    ...filesOf(
      picture.sources.filter((source) => source.type === type),
      sizes,
    ),
  }));
  if (first && typeof document === "undefined") askForFirst(url, sources[0]);
  return (
    <picture>
      {sources.map((source) => (
        <source key={source.type} {...source} />
      ))}
      <img
        src={fileUrl(url)}
        width={width}
        height={height}
        alt={alt}
        decoding="async"
        data-focus={focus}
        ref={(img) => {
          if (img) img.style.objectPosition = focus ?? "";
        }}
        {...(first ? { fetchPriority: "high" } : { loading: "lazy" })}
      />
    </picture>
  );
}

type Files = { srcSet: string; sizes?: string };

/** A single file needs no `sizes`: there is nothing to choose. */
function filesOf(sources: Image["sources"], sizes: string): Files {
  const urls = sources.map(({ url }) => fileUrl(url));
  if (urls.length === 1) return { srcSet: urls.join() };
  return { srcSet: sources.map(({ url, width }) => `${fileUrl(url)} ${width}w`).join(", "), sizes };
}

/** Preloads the picture from the head of a prerendered page, where the browser finds it before the fonts and long before its element. */
function askForFirst(url: string, best?: Files & { type: string }): void {
  const files = best && { imageSrcSet: best.srcSet, type: best.type, ...(best.sizes !== undefined && { imageSizes: best.sizes }) };
  preload(fileUrl(url), { as: "image", fetchPriority: "high", ...files });
}
