import sharp, { type Sharp, type SharpOptions } from "sharp";

// Each picture is read once, so a cache gains nothing. Several pictures at a time, each on one core, are as fast as one on all cores.
sharp.cache(false);
sharp.concurrency(1);

/** In seconds. Only a picture made to exhaust the decoder takes longer. */
const PATIENCE = 60;

/** Opens a picture for processing, which throws if no browser would show the picture in full. */
export function openPicture(content: string | Uint8Array, options: SharpOptions = {}): Sharp {
  return sharp(content, { failOn: "error", ...options }).timeout({ seconds: PATIENCE });
}
