import * as v from "valibot";
import { FooterSchema, MenuItemSchema } from "./menuSettings.ts";
import { described, TextSchema } from "./settingSchemas.ts";
import { NamedSubjectSettingsSchema, SubjectSettingsSchema } from "./subjectSettings.ts";

/** What an edition in another language says for itself. */
export const LanguageSettingsSchema = v.strictObject({
  name: v.optional(described(TextSchema, "The name of the paper in this language; without it, that of the paper.")),
  tagline: v.optional(described(v.string(), "A few words beside the date, and the description for search engines.")),
  sections: v.optional(described(v.array(SubjectSettingsSchema), "Its sections, in the order of its navigation."), []),
  topics: v.optional(described(v.array(NamedSubjectSettingsSchema), "Its topics. The same slug in two languages is the same topic."), []),
  series: v.optional(described(v.array(SubjectSettingsSchema), "Its series."), []),
  places: v.optional(described(v.array(NamedSubjectSettingsSchema), "Its places."), []),
  navigation: v.optional(described(v.array(MenuItemSchema), "What stands in its navigation in place of its sections.")),
  footer: v.optional(described(FooterSchema, "What stands at the foot of its pages.")),
});
