import * as v from "valibot";

/** One of the editions of a site that has them in several languages. Its pages lie below `prefix`: "/nl", and "" for the main one. */
export const LanguageEditionSchema = v.object({ language: v.string(), prefix: v.string() });

/** A page that says the same in a language, itself among them; "x-default" is for readers of any other: the original. `path` is that in the site. */
const AlternateSchema = v.object({ language: v.string(), path: v.string() });

/** Where the pages of other editions are that show the same: the front page, the list of a subject. */
export const AlternatesSchema = v.optional(v.array(AlternateSchema));

export type Alternate = v.InferOutput<typeof AlternateSchema>;
export type LanguageEdition = v.InferOutput<typeof LanguageEditionSchema>;
