import type { Brand } from "#content/brand.ts";
import { measure } from "../../draft/measure.ts";
import { sanitiseSvg } from "../../draft/sanitiseSvg.ts";
import { openPicture } from "../pictures/openPicture.ts";
import type { ThemeFolder } from "./themeFolder.ts";
import type { ThemeSettings } from "./themeSchema.ts";

/** A picture of the theme, without anything that could run or load. */
export type Mark = { name: string; bytes: Uint8Array; width: number; height: number; isDrawing: boolean };

/** A published logo: the addresses of its files below the site's base. */
export type Logo = { light: string; dark: string; width: number; height: number };

/** Reads a picture that theme.json names. Undefined if it cannot be shown, which is reported. */
export function readMark(name: string, place: string, folder: ThemeFolder): Mark | undefined {
  const bytes = folder.read(name, place);
  if (!bytes) return undefined;
  const measured = measure(bytes);
  if ("reason" in measured) return folder.refuse(name, place, measured.reason);
  const { type, width, height } = measured;
  const drawing = type === "svg" ? sanitiseSvg(bytes) : undefined;
  if (drawing && "reason" in drawing) return folder.refuse(name, place, drawing.reason);
  return { name, bytes: drawing ? Buffer.from(drawing.svg) : bytes, width, height, isDrawing: drawing !== undefined };
}

/** Publishes the light and the dark logo; the light one gives the dimensions. */
export function readLogo(logo: ThemeSettings["logo"], folder: ThemeFolder): { logo: Logo; mark: Mark } | undefined {
  if (logo === undefined) return undefined;
  const isOne = typeof logo === "string";
  const light = readMark(isOne ? logo : logo.light, isOne ? "logo" : "logo.light", folder);
  const dark = isOne ? light : readMark(logo.dark, "logo.dark", folder);
  if (!light || !dark) return undefined;
  const { width, height } = light;
  return {
    logo: { light: folder.publish(light.name, light.bytes), dark: folder.publish(dark.name, dark.bytes), width, height },
    mark: light,
  };
}

const SIZES = [192, 512];

/** The share of a maskable icon that every mask shows (W3C Web App Manifest, "safe zone": a circle of 80 % of its width). */
const SAFE = 0.8;

/**
 * Makes the icons of a site from one picture, under the names that pages and the manifest use.
 * @param paper the background of a maskable icon
 */
export async function makeIcons(icon: Mark, paper: string): Promise<Brand["files"]> {
  const maskable = 512;
  const inside = Math.round((maskable * SAFE) / Math.SQRT2);
  const pngs = SIZES.map(async (size) => ({ file: `icon-${size}.png`, bytes: await square(icon, size, size) }));
  const masked = { file: "icon-maskable-512.png", bytes: await square(icon, inside, maskable, paper) };
  const drawing = icon.isDrawing ? [{ file: "icon.svg", bytes: icon.bytes }] : [];
  return [...drawing, ...(await Promise.all(pngs)), masked, { file: "favicon.ico", bytes: favicon(await square(icon, 32, 32)) }];
}

/** The icon that programs request without reading a page: an ICO file with one PNG of 32 × 32 pixels, after a directory of 22 bytes. */
function favicon(png: Uint8Array): Uint8Array {
  const directory = Buffer.alloc(22);
  // The type of file (1: icon), the number of pictures, width and height, planes, bits per pixel, and where the picture is.
  for (const [at, value] of [
    [2, 1],
    [4, 1],
    [6, 32],
    [7, 32],
    [10, 1],
    [12, 32],
    [18, 22],
  ] as const)
    directory.writeUInt8(value, at);
  directory.writeUInt32LE(png.length, 14);
  return Buffer.concat([directory, png]);
}

/** Makes the picture for sharing pages that have none: the logo or icon on the paper's background. */
export async function makeSharePicture(
  mark: Mark,
  { paper, alt }: { paper: string; alt: string },
  folder: ThemeFolder,
): Promise<Brand["sharePicture"]> {
  const [width, height] = [1200, 630];
  const own = await drawn(mark, Math.round(width * 0.7), Math.round(height * 0.6));
  const bytes = await openPictureOf(paper, width, height)
    .composite([{ input: own }])
    .png()
    .toBuffer();
  return { url: `/${folder.publish("share.png", bytes)}`, width, height, alt };
}

async function square(mark: Mark, inside: number, size: number, paper?: string): Promise<Uint8Array> {
  const own = await drawn(mark, inside, inside);
  return openPictureOf(paper ?? "#00000000", size, size)
    .composite([{ input: own }])
    .png()
    .toBuffer();
}

const openPictureOf = (background: string, width: number, height: number) =>
  openPicture(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${background}"/></svg>`,
    ),
  );

/** Renders a picture as a PNG of at most the given size; drawings are rasterised at that size. */
function drawn({ bytes, width, height, isDrawing }: Mark, most: number, mostHigh: number): Promise<Buffer> {
  const density = Math.min(2400, Math.max(1, 72 * Math.min(most / width, mostHigh / height)));
  return openPicture(bytes, isDrawing ? { density } : {})
    .resize({ width: most, height: mostHigh, fit: "inside" })
    .png()
    .toBuffer();
}

/** Whether a picture is about as wide as it is high. */
export const isSquare = ({ width, height }: Mark): boolean => Math.abs(width / height - 1) < 0.02;
