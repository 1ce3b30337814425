import sharp, { type Sharp } from "sharp";

/** Something like a photograph: a sky that grows darker, as JPEG unless another encoder is given. */
export function photo(width: number, height: number, alpha = 1): Sharp {
  const sky = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="s" x2="0" y2="1">
    <stop stop-color="#124"/><stop offset="1" stop-color="#fa6"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)" opacity="${alpha}"/></svg>`;
  return sharp(Buffer.from(sky));
}

/** A photograph with everything that a camera writes: which way it was held, where, when and by whom. */
export function fromCamera(width: number, height: number): Promise<Buffer> {
  return photo(width, height)
    .withExif({
      IFD0: { Artist: "Jane Roe", Copyright: "Jane Roe" },
      IFD2: { DateTimeOriginal: "2024:04:22 07:10:00" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 4/1 42/1", GPSLongitudeRef: "E", GPSLongitude: "4/1 18/1 2/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A GIF of frames of plain colours. */
export async function moving(width: number, height: number, frames: string[]): Promise<Buffer> {
  const pages = frames.map((background) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(pages), { join: { animated: true } })
    .gif({ delay: frames.map(() => 100) })
    .toBuffer();
}

/** Bytes that begin as a JPEG and say its size, and end too soon. */
export async function brokenPhoto(): Promise<Buffer> {
  const whole = await photo(800, 600).jpeg().toBuffer();
  return whole.subarray(0, Math.floor(whole.length / 2));
}
