import * as v from "valibot";
import { AddressSchema, described, TextSchema } from "./settingSchemas.ts";
import { NamedSubjectSettingsSchema, SubjectSettingsSchema } from "./subjectSettings.ts";

/** A person or a desk, with their profile. */
export const AuthorSettingsSchema = v.strictObject({
  ...SubjectSettingsSchema.entries,
  role: v.optional(described(TextSchema, "What they do, such as “Science editor”; shown above the name.")),
  photo: v.optional(described(TextSchema, "The file of a picture in the content folder.")),
  bio: v.optional(described(TextSchema, "Some sentences; separate paragraphs with an empty line.")),
  links: v.optional(described(v.array(v.strictObject({ name: TextSchema, url: AddressSchema })), "Their profiles elsewhere.")),
  contact: v.optional(
    described(
      v.pipe(
        v.string(),
        v.regex(/^(?:https?:\/\/|\/(?!\/))/iu, "must be a page such as /contact or an address such as https://example.org/"),
      ),
      "Where to contact them: a page of the paper, or an address elsewhere.",
    ),
  ),
  desk: v.optional(described(TextSchema, "The desk of a person, by its name or slug.")),
});

/** A person, which stories may also have a card for. */
export const PersonSettingsSchema = v.strictObject({ ...AuthorSettingsSchema.entries, ...NamedSubjectSettingsSchema.entries });
