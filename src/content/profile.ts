import * as v from "valibot";
import { AlternatesSchema } from "./edition/languageEdition.ts";
import { RefSchema } from "./article.ts";
import { PictureSchema } from "./image.ts";
import { LinkUrlSchema } from "./blocks/inline.ts";
import { NamedLinkSchema } from "./menu.ts";

/** The profile of a person or a desk. */
export const ProfileSchema = v.object({
  /** "Science editor" */
  role: v.optional(v.string()),
  photo: v.optional(PictureSchema),
  /** In paragraphs. */
  bio: v.optional(v.array(v.string())),
  /** Profiles on other sites. */
  links: v.optional(v.array(NamedLinkSchema)),
  /** A contact address, such as a page with a form. */
  contact: v.optional(LinkUrlSchema),
});

/** A person or desk on the staff page. `slug` is missing without a page, which takes at least one story. */
export const StaffMemberSchema = v.object({
  name: v.string(),
  slug: v.optional(v.string()),
  description: v.optional(v.string()),
  ...ProfileSchema.entries,
});

/** The file `data/staff.json`: the staff, desk by desk in the order of the settings. People without a desk come first. */
export const StaffPageSchema = v.object({
  groups: v.array(v.object({ desk: v.optional(StaffMemberSchema), people: v.array(StaffMemberSchema) })),
  alternates: AlternatesSchema,
});

/** Data about the author of a story for search engines. */
export const BylineProfileSchema = v.object({
  slug: RefSchema.entries.slug,
  role: v.optional(v.string()),
  image: v.optional(v.string()),
  sameAs: v.optional(v.array(v.string())),
});

export type Profile = v.InferOutput<typeof ProfileSchema>;
export type StaffMember = v.InferOutput<typeof StaffMemberSchema>;
export type StaffPage = v.InferOutput<typeof StaffPageSchema>;
export type BylineProfile = v.InferOutput<typeof BylineProfileSchema>;
