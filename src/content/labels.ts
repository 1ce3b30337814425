import * as v from "valibot";

/** What a story is, if it is not news. */
export const KindSchema = v.picklist(["opinion", "analysis", "satire", "press-release", "letter"]);

export type Kind = v.InferOutput<typeof KindSchema>;
