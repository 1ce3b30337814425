import sharp, { type Sharp, type SharpOptions } from "sharp";

// Each picture is read once; and several at a time, each on one core, are as fast as one on all.
sharp.cache(false);
sharp.concurrency(1);

/** Longer takes only what was made to take long. In seconds. */
const PATIENCE = 60;

/** A picture for work. What no browser would show whole throws once it is worked on. */
export function openPicture(content: string | Uint8Array, options: SharpOptions = {}): Sharp {
  return sharp(content, { failOn: "error", ...options }).timeout({ seconds: PATIENCE });
}
