import type { Sharp } from "sharp";
import type { Encoded, Making } from "./entry.ts";
import { openPicture } from "./openPicture.ts";
import { CARD_WIDTH, type Recipe, WIDTHS } from "./recipe.ts";

/** The greatest width and height of a WebP picture, in pixels (RFC 9649, 2.5). */
const LONGEST = 16_383;

/**
 * Encodes a photograph in a few widths, none larger than the original: AVIF (WebP if the edition turns
 * AVIF off), and one JPEG for all other clients. The picture is turned upright, and the metadata in its file (place, time, camera) is dropped.
 * @throws when the picture cannot be decoded
 */
export async function encodeStill(path: string, { width, height }: { width: number; height: number }, recipe: Recipe): Promise<Making> {
  const widths = widthsFor(width, height);
  const largest = widths.at(-1) ?? 1;
  // Decoded once: all files are made from these pixels.
  const { data, info } = await openPicture(path)
    .autoOrient()
    .resize({ width: largest })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const bytes = new Map<string, Uint8Array>();
  const add = async (ending: string, type: string, each: number, encode: (picture: Sharp) => Sharp): Promise<Encoded> => {
    const picture = openPicture(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    const made = await encode(picture.resize({ width: each })).toBuffer({ resolveWithObject: true });
    const file = `${each}.${ending}`;
    bytes.set(file, made.data);
    return { file, type, width: made.info.width, height: made.info.height };
  };
  const { avif, webp, jpeg } = recipe;
  const sources: Encoded[] = [];
  for (const each of widths)
    sources.push(
      avif
        ? await add("avif", "image/avif", each, (picture) => picture.avif(avif))
        : await add("webp", "image/webp", each, (picture) => picture.webp(webp)),
    );
  const plain = await add("jpg", "image/jpeg", widths.find((each) => each >= CARD_WIDTH) ?? largest, (picture) =>
    picture.flatten({ background: "white" }).jpeg(jpeg),
  );
  return { entry: { plain, sources }, bytes };
}

/** From small to large. The original's width is included if it is below the largest and over a fifth more than the next smaller one. */
function widthsFor(width: number, height: number): number[] {
  const own = Math.max(1, Math.min(width, Math.floor((LONGEST * width) / height)));
  const smaller = WIDTHS.filter((each) => each <= own);
  const isNear = smaller.length === WIDTHS.length || own <= 1.2 * (smaller.at(-1) ?? 0);
  return isNear ? smaller : [...smaller, own];
}
