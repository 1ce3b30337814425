import { readFileSync } from "node:fs";
import { isDrawing, type PictureFile } from "../../draft/pictures.ts";
import { sanitiseSvg } from "../../draft/sanitiseSvg.ts";
import { encodeStill } from "./encodeStill.ts";
import type { Making, Encoded } from "./entry.ts";
import { unencoded, type Made } from "./made.ts";
import { openPicture } from "./openPicture.ts";
import { type Recipe, CARD_WIDTH } from "./recipe.ts";

/**
 * Makes the files of one picture.
 * @param isLead whether it represents a story or page elsewhere, see MakeOptions
 * @throws when the picture cannot be decoded
 */
export async function makePicture(file: PictureFile, recipe: Recipe, isLead: boolean): Promise<Making> {
  if (isDrawing(file)) return makeDrawing(file.from, file, isLead);
  return (await isAnimated(file)) ? encodeAnimation(file.from, file, recipe) : encodeStill(file.from, file, recipe);
}

/**
 * Checks that a picture can be shown, and leaves it unencoded.
 * @returns the reason, if a drawing cannot be shown
 * @throws when the picture cannot be decoded
 */
export async function checkPicture(file: PictureFile): Promise<Made | { reason: string }> {
  if (isDrawing(file)) {
    const drawing = sanitiseSvg(readFileSync(file.from));
    return "reason" in drawing ? drawing : unencoded(file, drawing);
  }
  await openPicture(file.from).resize({ width: 16 }).raw().toBuffer();
  return unencoded(file);
}

async function isAnimated({ from, url }: PictureFile): Promise<boolean> {
  return /\.(?:gif|webp)$/u.test(url) && ((await openPicture(from).metadata()).pages ?? 1) > 1;
}

/** In pixels of width. Each frame adds to the size, and nobody looks closely at an animation. */
const LARGEST = 960;

/**
 * Keeps an animation animated: as WebP, which is several times smaller, and as GIF for browsers without WebP.
 * @throws when the picture cannot be decoded
 */
async function encodeAnimation(path: string, { width }: { width: number }, recipe: Recipe): Promise<Making> {
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

/**
 * Keeps a drawing as SVG, without anything that could run or load.
 * @param withCard whether to add a bitmap, for social networks, which show no drawings
 * @throws when it cannot be shown
 */
async function makeDrawing(path: string, { width, height }: { width: number; height: number }, withCard: boolean): Promise<Making> {
  const drawing = sanitiseSvg(readFileSync(path));
  if ("reason" in drawing) throw new Error(`The drawing ${path} ${drawing.reason}.`);
  const svg = Buffer.from(drawing.svg);
  const plain = { file: "drawing.svg", type: "image/svg+xml", width, height };
  const bytes = new Map<string, Uint8Array>([[plain.file, svg]]);
  const card = withCard ? await cardOf(svg, width, bytes) : undefined;
  return { entry: { plain, sources: [], ...(card && { card }), ...(drawing.held !== undefined && { held: drawing.held }) }, bytes };
}

/** The density, in pixels per inch, at which a drawing keeps its own size. */
const NATURAL_DENSITY = 72;

/** Undefined for a drawing that only browsers can draw: the page shows it, and the link preview has no picture. */
async function cardOf(svg: Buffer, width: number, bytes: Map<string, Uint8Array>): Promise<Encoded | undefined> {
  try {
    const density = Math.min(2400, Math.max(1, (NATURAL_DENSITY * CARD_WIDTH) / width));
    const { data, info } = await openPicture(svg, { density })
      .resize({ width: CARD_WIDTH, height: 2 * CARD_WIDTH, fit: "inside" })
      .flatten({ background: "white" })
      .png({ palette: true, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    bytes.set("card.png", data);
    return { file: "card.png", type: "image/png", width: info.width, height: info.height };
  } catch {
    return undefined;
  }
}
