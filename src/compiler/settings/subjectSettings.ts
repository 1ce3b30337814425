import * as v from "valibot";
import { SlugSchema } from "#content/article.ts";
import { described, TextSchema } from "./settingSchemas.ts";

/** A section, topic, place, desk or person of the edition. */
export const SubjectSettingsSchema = v.strictObject({
  slug: v.optional(described(SlugSchema, "The last part of the address; without it, it is made from the name.")),
  name: described(TextSchema, "The name as readers see it."),
  description: v.optional(described(v.string(), "A line under the name, on its page and for search engines.")),
  aliases: v.optional(described(v.array(TextSchema), "Other spellings that mean the same."), []),
});

/** A topic, place or person, which stories may have a card for where they name it. */
export const NamedSubjectSettingsSchema = v.strictObject({
  ...SubjectSettingsSchema.entries,
  card: v.optional(
    described(v.boolean(), "Whether stories have a [card](names.md) where they name it; `false` where its name is also a common word."),
  ),
});

/** Whether threads are found. */
export const ThreadsSchema = v.optional(
  described(v.boolean(), "Whether stories of one matter are found and shown as [threads](threads.md), each with a page.", false),
  true,
);
