import { preload } from "react-dom";
import type { Image } from "#content/image.ts";
import { fileUrl } from "../address.ts";
import "./picture.css";

type Props = {
  picture: Pick<Image, "url" | "width" | "height" | "sources" | "preview">;
  alt: string;
  /** How wide it is drawn, for the browser's choice of a file. */
  sizes: string;
  /** A picture of a page's first screen is wanted at once; all others when they come near. */
  first?: boolean;
};

/** A picture in the best encoding the browser knows, with its space reserved before it arrives. One with a preview shows it there until then. */
export function Picture({ picture, alt, sizes, first = false }: Props) {
  const plain = picture.sources.find(({ url }) => url === picture.url)?.type;
  const types = [...new Set(picture.sources.map(({ type }) => type))].filter((type) => type !== plain);
  const files = plain === undefined ? [] : picture.sources.filter(({ type }) => type === plain);
  if (first && typeof document === "undefined") askForFirst(picture, sizes, types[0] ?? plain);
  const shown = (
    <picture>
      {types.map((type) => (
        <source key={type} type={type} sizes={sizes} srcSet={srcSet(picture.sources.filter((source) => source.type === type))} />
      ))}
      <img
        src={fileUrl(picture.url)}
        {...(files.length > 1 && { sizes, srcSet: srcSet(files) })}
        width={picture.width}
        height={picture.height}
        alt={alt}
        decoding="async"
        {...(first ? { fetchPriority: "high" } : { loading: "lazy" })}
      />
    </picture>
  );
  if (picture.preview === undefined) return shown;
  return (
    <span className="previewed">
      <img className="preview" src={picture.preview} alt="" />
      {shown}
    </span>
  );
}

/** In the head of a prerendered page the browser finds it before the fonts, and long before the page around it. */
function askForFirst({ url, sources }: Props["picture"], sizes: string, type: string | undefined): void {
  const best = sources.filter((source) => source.type === type);
  const files = best.length > 0 && { imageSrcSet: srcSet(best), imageSizes: sizes, ...(type && { type }) };
  preload(fileUrl(url), { as: "image", fetchPriority: "high", ...files });
}

function srcSet(sources: Image["sources"]): string {
  return sources.map(({ url, width }) => `${fileUrl(url)} ${width}w`).join(", ");
}
