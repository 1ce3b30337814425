import * as v from "valibot";
import { InlinesSchema } from "./blocks/inline.ts";

/** A file of this edition, or of the address its data lives at. */
export const FileUrlSchema = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/|\/(?!\/))/iu, "must be a path of this edition or an http address"),
);

/** One encoding of a picture. Width in pixels; type is a MIME type. */
export const ImageSourceSchema = v.object({ url: FileUrlSchema, width: v.number(), type: v.string() });

const PixelsSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const FileSchema = { url: FileUrlSchema, width: PixelsSchema, height: PixelsSchema };

/**
 * A picture without words: what a teaser shows. Width and height in pixels are
 * those of `url`, the file that everybody shows. Sources are for those who know
 * more: by type, the best first, and in each type from small to large.
 */
export const PictureSchema = v.object({
  ...FileSchema,
  sources: v.array(ImageSourceSchema),
  /** The picture as a bitmap, for those who show no drawings: social networks and feed readers. Only a drawing has it. */
  card: v.optional(v.object(FileSchema)),
});

/** A picture in a story. `alt` is empty only for a picture that adds nothing to the text. */
export const ImageSchema = v.object({
  ...PictureSchema.entries,
  alt: v.string(),
  caption: v.optional(InlinesSchema),
  credit: v.optional(v.string()),
});

export type Picture = v.InferOutput<typeof PictureSchema>;
export type Image = v.InferOutput<typeof ImageSchema>;
