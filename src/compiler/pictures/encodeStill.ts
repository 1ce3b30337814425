import type { Sharp } from "sharp";
import type { Encoded, Making } from "./entry.ts";
import { openPicture } from "./openPicture.ts";
import { CARD_WIDTH, type Recipe, WIDTHS } from "./recipe.ts";

/** WebP cannot be higher or wider (RFC 9649, 2.5). */
const LONGEST = 16_383;

/**
 * A photograph in a few widths, none larger than the original: WebP (and AVIF)
 * for all who know it, JPEG for all others. It stands as its camera was held, and
 * nothing of what else is in its file (place, time, camera) comes along.
 * @throws when the picture cannot be decoded
 */
export async function encodeStill(path: string, { width, height }: { width: number; height: number }, recipe: Recipe): Promise<Making> {
  const widths = widthsFor(width, height);
  const largest = widths.at(-1) ?? 1;
  // Decoded once. What follows makes the others of these pixels.
  const { data, info } = await openPicture(path)
    .autoOrient()
    .resize({ width: largest })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const decoded = () => openPicture(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const isOpaque = info.channels % 2 === 1 || (await decoded().stats()).isOpaque;

  const bytes = new Map<string, Uint8Array>();
  const add = async (ending: string, type: string, encoder: (picture: Sharp) => Sharp): Promise<Encoded[]> => {
    const added: Encoded[] = [];
    for (const each of widths) {
      const made = await encoder(decoded().resize({ width: each })).toBuffer({ resolveWithObject: true });
      const file = `${each}.${ending}`;
      bytes.set(file, made.data);
      added.push({ file, type, width: made.info.width, height: made.info.height });
    }
    return added;
  };
  const { avif } = recipe;
  const modern = [
    ...(avif ? await add("avif", "image/avif", (picture) => picture.avif(avif)) : []),
    ...(await add("webp", "image/webp", (picture) => picture.webp(recipe.webp))),
  ];
  const jpegs = await add("jpg", "image/jpeg", (picture) => picture.flatten({ background: "white" }).jpeg(recipe.jpeg));
  const plain = jpegs.find((jpeg) => jpeg.width >= CARD_WIDTH) ?? jpegs.at(-1);
  if (!plain) throw new Error(`No width was found for ${path}.`);
  // Behind a picture that one can see through, a preview would stay to be seen.
  const preview = isOpaque ? await previewOf(decoded()) : undefined;
  return { entry: { plain, sources: [...modern, ...jpegs], ...(preview !== undefined && { preview }) }, bytes };
}

/** From small to large. The last is the original's own, where that is no larger than the largest; one that is hardly smaller is left out. */
export function widthsFor(width: number, height: number): number[] {
  const own = Math.max(1, Math.min(width, WIDTHS.at(-1) ?? width, Math.floor((LONGEST * width) / height)));
  return [...WIDTHS.filter((each) => each < own * 0.8), own];
}

/** A hundred bytes or so, which the reader draws large and blurred. */
async function previewOf(picture: Sharp): Promise<string> {
  const small = await picture.resize({ width: 16, height: 16, fit: "inside" }).flatten().webp({ quality: 20, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${small.toString("base64")}`;
}
