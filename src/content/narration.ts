import * as v from "valibot";
import { SecondsSchema } from "./recording.ts";

/** The text of a narration: the parts of its story, with sentences and their starts in seconds. `place` is that of a SpokenPart. */
export const NarrationSchema = v.array(
  v.object({
    place: v.union([v.picklist(["headline", "standfirst"]), v.number()]),
    sentences: v.array(v.object({ start: SecondsSchema, text: v.string() })),
  }),
);

export type Narration = v.InferOutput<typeof NarrationSchema>;
