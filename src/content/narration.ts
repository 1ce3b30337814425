import * as v from "valibot";
import { SecondsSchema } from "./recording.ts";

/** What a narration says: the parts of its story, each with its sentences and when they begin, in seconds. A place is that of a SpokenPart. */
export const NarrationSchema = v.array(
  v.object({
    place: v.union([v.picklist(["headline", "standfirst"]), v.number()]),
    sentences: v.array(v.object({ start: SecondsSchema, text: v.string() })),
  }),
);

export type Narration = v.InferOutput<typeof NarrationSchema>;
