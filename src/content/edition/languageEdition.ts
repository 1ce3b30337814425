import * as v from "valibot";

/** One of the editions of a site in several languages. Its pages are below `prefix`: "/nl", or "" for the main one. */
export const LanguageEditionSchema = v.object({ language: v.string(), prefix: v.string() });

/** The same page in one language. "x-default", the original, is for readers of any other language. `path` is the path in the site. */
const AlternateSchema = v.object({ language: v.string(), path: v.string() });

/** The counterparts of a page in all editions, such as of the front page or the list of a subject. */
export const AlternatesSchema = v.optional(v.array(AlternateSchema));

export type Alternate = v.InferOutput<typeof AlternateSchema>;
export type LanguageEdition = v.InferOutput<typeof LanguageEditionSchema>;
