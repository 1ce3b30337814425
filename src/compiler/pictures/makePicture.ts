import { readFileSync } from "node:fs";
import { isDrawing, type PictureFile } from "../draft/pictures.ts";
import { sanitiseSvg } from "../draft/sanitiseSvg.ts";
import { encodeMoving } from "./encodeMoving.ts";
import { encodeStill } from "./encodeStill.ts";
import type { Making } from "./entry.ts";
import { asItIs, type Made } from "./made.ts";
import { makeDrawing } from "./makeDrawing.ts";
import { openPicture } from "./openPicture.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Makes the files of one picture.
 * @param isLead whether it stands for a story elsewhere
 * @throws when the picture cannot be decoded
 */
export async function makePicture(file: PictureFile, recipe: Recipe, isLead: boolean): Promise<Making> {
  if (isDrawing(file)) return makeDrawing(file.from, file, isLead);
  return (await isMoving(file)) ? encodeMoving(file.from, file, recipe) : encodeStill(file.from, file, recipe);
}

/**
 * A picture as it is, if it can be shown.
 * @throws when the picture cannot be decoded
 */
export async function lookAt(file: PictureFile): Promise<Made | { reason: string }> {
  if (isDrawing(file)) {
    const drawing = sanitiseSvg(readFileSync(file.from));
    return "reason" in drawing ? drawing : asItIs(file, drawing);
  }
  await openPicture(file.from).resize({ width: 16 }).raw().toBuffer();
  return asItIs(file);
}

async function isMoving({ from, url }: PictureFile): Promise<boolean> {
  return /\.(?:gif|webp)$/u.test(url) && ((await openPicture(from).metadata()).pages ?? 1) > 1;
}
