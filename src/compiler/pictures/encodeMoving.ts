import type { Making } from "./entry.ts";
import { openPicture } from "./openPicture.ts";
import type { Recipe } from "./recipe.ts";

/** Pixels across. Every further frame costs, and what moves is not looked at closely. */
const LARGEST = 960;

/**
 * A picture that moves keeps moving: as WebP, which is several times smaller, and as GIF for all who do not know it.
 * @throws when the picture cannot be decoded
 */
export async function encodeMoving(path: string, { width }: { width: number }, recipe: Recipe): Promise<Making> {
  const frames = () => openPicture(path, { animated: true }).resize({ width: Math.min(width, LARGEST) });
  const webp = await frames().webp(recipe.webp).toBuffer({ resolveWithObject: true });
  const gif = await frames().gif().toBuffer({ resolveWithObject: true });
  const size = { width: gif.info.width, height: gif.info.pageHeight ?? gif.info.height };
  const [modern, plain] = [
    { file: `${size.width}.webp`, type: "image/webp", ...size },
    { file: `${size.width}.gif`, type: "image/gif", ...size },
  ];
  return {
    entry: { plain, sources: [modern] },
    bytes: new Map([
      [modern.file, webp.data],
      [plain.file, gif.data],
    ]),
  };
}
