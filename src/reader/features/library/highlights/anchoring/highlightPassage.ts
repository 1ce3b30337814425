import type { InferOutput } from "valibot";
import type { PassageSchema } from "#content/library/libraryRecord.ts";

/** A passage of a text by its quotation and its position. */
export type Passage = InferOutput<typeof PassageSchema>;
