import * as v from "valibot";

const PixelsSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

const EncodedSchema = v.object({
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/u)),
  type: v.string(),
  width: PixelsSchema,
  height: PixelsSchema,
});

/** The files made from one picture. Their names in the cache are short; in an edition the picture's name is put before them. */
export const EntrySchema = v.object({
  /** The fallback for browsers that choose no source. */
  plain: EncodedSchema,
  /** Files in newer formats: the best type first, and each type from small to large. */
  sources: v.array(EncodedSchema),
  card: v.optional(EncodedSchema),
  /** What was taken out of a drawing because it could run or load something, in words. */
  held: v.optional(v.string()),
});

export type Encoded = v.InferOutput<typeof EncodedSchema>;
export type Entry = v.InferOutput<typeof EntrySchema>;

/** An entry with the bytes of its files. */
export type Making = { entry: Entry; bytes: Map<string, Uint8Array> };
