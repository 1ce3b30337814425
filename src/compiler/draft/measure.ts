import { imageSize } from "image-size";
import { sanitiseSvg } from "./sanitiseSvg.ts";

const SHOWN = new Set(["avif", "gif", "jpg", "png", "svg", "webp"]);

/** The format and displayed size of a picture, in pixels; or a `reason` that completes a sentence whose subject is the picture. */
export function measure(content: Uint8Array): { type: string; width: number; height: number } | { reason: string } {
  const size = sizeOf(content);
  const type = size?.type === "jpeg" ? "jpg" : size?.type;
  if (!size || type === undefined) return { reason: "cannot be measured and may be broken" };
  if (!SHOWN.has(type)) return { reason: `is in a format (${type}) that browsers do not show` };
  const drawing = type === "svg" ? sanitiseSvg(content) : undefined;
  if (drawing && "reason" in drawing) return drawing;
  // EXIF orientations 5 to 8 are rotated by 90 degrees (CIPA DC-008, 4.6.5).
  const turned = (size.orientation ?? 1) >= 5;
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height];
  return { type, width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function sizeOf(content: Uint8Array) {
  try {
    const size = imageSize(content);
    return Number.isFinite(size.width) && Number.isFinite(size.height) ? size : undefined;
  } catch {
    return undefined;
  }
}
