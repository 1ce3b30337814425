import * as v from "valibot";

const PixelsSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

const EncodedSchema = v.object({
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/u)),
  type: v.string(),
  width: PixelsSchema,
  height: PixelsSchema,
});

/** What was made of one picture. Its files have names of their own here; in an edition they get the picture's name before them. */
export const EntrySchema = v.object({
  /** The file for those who choose no other. */
  plain: EncodedSchema,
  /** For those who know more, by type, the best first; in each from small to large. */
  sources: v.array(EncodedSchema),
  card: v.optional(EncodedSchema),
  /** What was taken out of a drawing because it could have done more than be seen, in words. */
  held: v.optional(v.string()),
});

export type Encoded = v.InferOutput<typeof EncodedSchema>;
export type Entry = v.InferOutput<typeof EntrySchema>;

/** An entry with the bytes of its files. */
export type Making = { entry: Entry; bytes: Map<string, Uint8Array> };
