import * as v from "valibot";
import { FooterSchema, MenuItemSchema } from "./menuSettings.ts";
import { described, TextSchema } from "./settingSchemas.ts";
import { NamedSubjectSettingsSchema, SubjectSettingsSchema } from "./subjectSettings.ts";

/** The settings of an edition in another language. */
export const LanguageSettingsSchema = v.strictObject({
  name: v.optional(described(TextSchema, "The name of the paper in this language; without it, that of the paper.")),
  tagline: v.optional(described(v.string(), "A few words beside the date, and the description for search engines.")),
  sections: v.optional(described(v.array(SubjectSettingsSchema), "Its sections, in the order of its navigation."), []),
  topics: v.optional(described(v.array(NamedSubjectSettingsSchema), "Its topics. The same slug in two languages is the same topic."), []),
  series: v.optional(described(v.array(SubjectSettingsSchema), "Its series."), []),
  places: v.optional(described(v.array(NamedSubjectSettingsSchema), "Its places."), []),
  navigation: v.optional(described(v.array(MenuItemSchema), "The items of its navigation, in place of its sections.")),
  footer: v.optional(described(FooterSchema, "The footer of its pages.")),
});
