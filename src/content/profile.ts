import * as v from "valibot";
import { AlternatesSchema } from "./edition/languageEdition.ts";
import { RefSchema } from "./article.ts";
import { PictureSchema } from "./image.ts";
import { LinkUrlSchema } from "./blocks/inline.ts";
import { NamedLinkSchema } from "./menu.ts";

/** What a paper tells of a person or a desk. */
export const ProfileSchema = v.object({
  /** "Science editor" */
  role: v.optional(v.string()),
  photo: v.optional(PictureSchema),
  /** In paragraphs. */
  bio: v.optional(v.array(v.string())),
  /** Their profiles elsewhere. */
  links: v.optional(v.array(NamedLinkSchema)),
  /** Where they can be written to, such as a page with a form. */
  contact: v.optional(LinkUrlSchema),
});

/** Someone on the staff page. `slug` only where they have a page, which takes a story. */
export const StaffMemberSchema = v.object({
  name: v.string(),
  slug: v.optional(v.string()),
  description: v.optional(v.string()),
  ...ProfileSchema.entries,
});

/** The file `data/staff.json`: who makes the paper, desk by desk in the order of the settings. People without a desk come first. */
export const StaffPageSchema = v.object({
  groups: v.array(v.object({ desk: v.optional(StaffMemberSchema), people: v.array(StaffMemberSchema) })),
  alternates: AlternatesSchema,
});

/** What search engines are told of the author of a story. */
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
