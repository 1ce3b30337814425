import * as v from "valibot";
import { InlinesSchema } from "./blocks/inline.ts";

/** A file of this edition, or at the address of its data. */
export const FileUrlSchema = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/|\/(?!\/))/iu, "must be a path of this edition or an http address"),
);

/** One encoding of a picture. Width in pixels; type is a MIME type. */
export const ImageSourceSchema = v.object({ url: FileUrlSchema, width: v.number(), type: v.string() });

/** Horizontally and vertically, from the upper left corner. It is CSS (`object-position`), so nothing else may stand in it. */
export const FocusSchema = v.pipe(
  v.string(),
  v.regex(/^(?:100|\d{1,2})% (?:100|\d{1,2})%$/u, 'must be two percentages, such as "30% 60%"'),
);

const PixelsSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const FileSchema = { url: FileUrlSchema, width: PixelsSchema, height: PixelsSchema };

/**
 * A picture without text, as a teaser shows it. Width and height, in pixels, are
 * those of `url`, the file that every client can show. `sources` are for clients
 * that support more: by type, the best first, and within a type from small to large.
 */
export const PictureSchema = v.object({
  ...FileSchema,
  sources: v.array(ImageSourceSchema),
  /** A drawing (SVG) as a bitmap, for social networks and feed readers, which show no drawings. */
  card: v.optional(v.object(FileSchema)),
  /** The point that stays in sight where a page crops the picture; its middle if missing. */
  focus: v.optional(FocusSchema),
});

/** How a picture came about: the codes of https://cv.iptc.org/newscodes/digitalsourcetype/. */
export const DigitalSourceTypeSchema = v.picklist([
  ...(["digitalCapture", "computationalCapture", "negativeFilm", "positiveFilm", "print", "screenCapture", "virtualRecording"] as const),
  ...(["minorHumanEdits", "humanEdits", "algorithmicallyEnhanced", "digitalArt", "digitalCreation", "softwareImage"] as const),
  ...(["dataDrivenMedia", "algorithmicMedia", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"] as const),
  ...(["composite", "compositeCapture", "compositeSynthetic"] as const),
]);

/** A picture in a story. `alt` is empty only for a picture that adds nothing to the text. */
export const ImageSchema = v.object({
  ...PictureSchema.entries,
  alt: v.string(),
  caption: v.optional(InlinesSchema),
  /** Followed by what readers are told about its digital source type: "Ada Keane · Made with AI". */
  credit: v.optional(v.string()),
  digitalSourceType: v.optional(DigitalSourceTypeSchema),
});

export type Picture = v.InferOutput<typeof PictureSchema>;
export type DigitalSourceType = v.InferOutput<typeof DigitalSourceTypeSchema>;
export type Image = v.InferOutput<typeof ImageSchema>;
