import * as v from "valibot";
import { InlinesSchema } from "./inline.ts";

/** A file of this edition, or of the address its data lives at. */
export const FileUrlSchema = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/|\/(?!\/))/iu, "must be a path of this edition or an http address"),
);

/** One encoding of a picture. Width in pixels; type is a MIME type. */
export const ImageSourceSchema = v.object({ url: FileUrlSchema, width: v.number(), type: v.string() });

/** A picture without words: what a teaser shows. Width and height in pixels are those of `url`. */
export const PictureSchema = v.object({
  url: FileUrlSchema,
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sources: v.array(ImageSourceSchema),
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
