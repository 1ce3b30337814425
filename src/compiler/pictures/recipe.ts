import { createHash } from "node:crypto";
import type { Settings } from "../settings.ts";

/**
 * Pixels across. A phone draws teasers 96 and stories up to 430 points wide at two
 * or three pixels a point, a desk 288, 672 and (a lead picture) 912 at one or two.
 */
export const WIDTHS = [320, 640, 1280, 1920];

/** Social networks ask for this many pixels across. */
export const CARD_WIDTH = 1200;

/** How pictures are made. What changes here or in the versions of the libraries makes all pictures anew, under new names. */
export type Recipe = {
  webp: { quality: number; effort: number };
  jpeg: { quality: number; mozjpeg: true };
  avif: { quality: number; effort: number } | undefined;
};

export function recipeOf({ pictures }: Pick<Settings, "pictures">): Recipe {
  return {
    webp: { quality: 72, effort: 4 },
    jpeg: { quality: 76, mozjpeg: true },
    avif: pictures.avif ? { quality: 50, effort: 2 } : undefined,
  };
}

/** To be counted up when the same recipe makes other bytes than before. */
const VERSION = 1;

/** The name of what is made of a picture: the same bytes, recipe and use give the same. 32 hexadecimal digits. */
export function keyOf(hash: string, recipe: Recipe, withCard: boolean): string {
  return createHash("sha256")
    .update(JSON.stringify([VERSION, WIDTHS, hash, recipe, withCard]))
    .digest("hex")
    .slice(0, 32);
}
