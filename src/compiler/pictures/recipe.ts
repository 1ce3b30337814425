import { createHash } from "node:crypto";
import type { Settings } from "../settings/settings.ts";

/** Pixels across. From each to the next is half as much again at most, so no browser fetches much more than it draws. */
export const WIDTHS = [320, 480, 640, 960, 1280, 1920];

/** Behind AVIF there is WebP in one width, for the few whose browsers are older. */
export const SECOND_WIDTH = 640;

/** Social networks ask for this many pixels across. */
export const CARD_WIDTH = 1200;

/** How pictures are made. What changes here or in the versions of the libraries makes all pictures anew, under new names. */
export type Recipe = {
  avif: { quality: number; effort: number; chromaSubsampling: "4:2:0" } | undefined;
  webp: { quality: number; effort: number };
  jpeg: { quality: number; progressive: true };
};

export function recipeOf({ pictures }: Pick<Settings, "pictures">): Recipe {
  return {
    avif: pictures.avif ? { quality: 50, effort: 0, chromaSubsampling: "4:2:0" } : undefined,
    webp: { quality: 72, effort: 4 },
    jpeg: { quality: 66, progressive: true },
  };
}

/** To be counted up when the same recipe makes other bytes than before. */
const VERSION = 2;

/** The name of what is made of a picture: the same bytes, recipe and use give the same. 32 hexadecimal digits. */
export function keyOf(hash: string, recipe: Recipe, withCard: boolean): string {
  return createHash("sha256")
    .update(JSON.stringify([VERSION, WIDTHS, hash, recipe, withCard]))
    .digest("hex")
    .slice(0, 32);
}
