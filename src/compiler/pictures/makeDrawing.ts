import { readFileSync } from "node:fs";
import { sanitiseSvg } from "../draft/sanitiseSvg.ts";
import type { Encoded, Making } from "./entry.ts";
import { openPicture } from "./openPicture.ts";
import { CARD_WIDTH } from "./recipe.ts";

/**
 * A drawing stays one, without what could run or load.
 * @param withCard whether a bitmap goes with it, for those who show no drawings
 * @throws when it cannot be shown
 */
export async function makeDrawing(path: string, { width, height }: { width: number; height: number }, withCard: boolean): Promise<Making> {
  const drawing = sanitiseSvg(readFileSync(path));
  if ("reason" in drawing) throw new Error(`The drawing ${path} ${drawing.reason}.`);
  const svg = Buffer.from(drawing.svg);
  const plain = { file: "drawing.svg", type: "image/svg+xml", width, height };
  const bytes = new Map<string, Uint8Array>([[plain.file, svg]]);
  const card = withCard ? await cardOf(svg, width, bytes) : undefined;
  return { entry: { plain, sources: [], ...(card && { card }), ...(drawing.held !== undefined && { held: drawing.held }) }, bytes };
}

/** Pixels an inch at which a pixel of a drawing is one. */
const NATURAL_DENSITY = 72;

/** None for a drawing that only browsers can draw: the card then has no picture, and the page has. */
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
