import { createHash } from "node:crypto";
import type { Settings } from "../../settings/settings.ts";

/** In pixels. Each width is at most half as large again as the one before, so no browser fetches much more than it draws. */
export const WIDTHS = [320, 480, 640, 960, 1280, 1920];

/** The width that social networks ask for, in pixels. */
export const CARD_WIDTH = 1200;

/** How pictures are encoded. After any change here all pictures are made again, under new names. */
export type Recipe = {
  avif: { quality: number; effort: number; chromaSubsampling: "4:2:0" } | undefined;
  webp: { quality: number; effort: number };
  jpeg: { quality: number; progressive: true };
};

/** The recipe that the settings ask for. */
export function recipeOf({ pictures }: Pick<Settings, "pictures">): Recipe {
  return {
    avif: pictures.avif ? { quality: 50, effort: 0, chromaSubsampling: "4:2:0" } : undefined,
    webp: { quality: 72, effort: 4 },
    jpeg: { quality: 66, progressive: true },
  };
}

/** To be raised when the same recipe makes other bytes than before, for example with a new version of a library. */
const VERSION = 3;

/** The cache key of a picture: the same for the same bytes, recipe and use. 32 hexadecimal digits. */
export function keyOf(hash: string, recipe: Recipe, withCard: boolean): string {
  return createHash("sha256")
    .update(JSON.stringify([VERSION, WIDTHS, hash, recipe, withCard]))
    .digest("hex")
    .slice(0, 32);
}
