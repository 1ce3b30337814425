import * as v from "valibot";
import { ArticleSchema } from "../article.ts";

/** The fields of a story that only members may read. All others are open. */
export const CLOSED_FIELDS = ["body", "audio", "corrections", "citations", "comments"] as const;

/** A sealed picture or recording: the file, its key, and its MIME type. */
export const SealedFileSchema = v.object({ url: v.string(), key: v.string(), type: v.string() });

/** What is in the sealed file of a story: its closed fields, and its sealed pictures and recordings by the addresses that the fields have. */
export const ClosedPartSchema = v.object({
  article: v.pick(ArticleSchema, CLOSED_FIELDS),
  files: v.record(v.string(), SealedFileSchema),
});

export type ClosedPart = v.InferOutput<typeof ClosedPartSchema>;
export type SealedFile = v.InferOutput<typeof SealedFileSchema>;
