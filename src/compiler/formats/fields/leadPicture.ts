import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { oneLine } from "../../text/cleanText.ts";

/** A picture outside the body, as an archive names it. */
export type NamedPicture = { reference: string; alt?: string; caption?: Inline[]; credit?: string };

/** The picture with its words; undefined if it cannot be shown, which is reported. */
export function leadPicture(named: NamedPicture, where: ArchivePlace, context: ArchiveContext, base?: string): Image | undefined {
  const { reference, alt = "", caption = [], credit = "" } = named;
  const found = context.picture(reference, base);
  if ("reason" in found) {
    const name = reference.length > 120 ? `${reference.slice(0, 120)}…` : reference;
    context.report({ severity: "warning", ...where, message: `The picture ${name} ${found.reason}; it was left out.` });
    return undefined;
  }
  const words = oneLine(credit);
  return { ...found.picture, alt: oneLine(alt), ...(caption.length > 0 && { caption }), ...(words !== "" && { credit: words }) };
}

/** Further pictures to follow a text: one is a figure, more are a gallery. */
export function figuresAfterText(images: Image[]): Block[] {
  const [first, ...more] = images;
  if (first === undefined) return [];
  return more.length === 0 ? [{ type: "figure", image: first }] : [{ type: "gallery", images }];
}
