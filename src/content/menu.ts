import * as v from "valibot";
import { LinkUrlSchema } from "./blocks/inline.ts";

/** A named link to a page of the paper, or to another site. */
export const NamedLinkSchema = v.object({ name: v.string(), url: LinkUrlSchema });

/** Several links under one name. */
export const LinkGroupSchema = v.object({ name: v.string(), items: v.array(NamedLinkSchema) });

/** An item of the paper's navigation. */
export const MenuItemSchema = v.union([LinkGroupSchema, NamedLinkSchema]);

/** The paper's own content of the footer of every page. */
export const FooterSchema = v.object({
  /** Replace the lists of the edition's sections and pages. */
  columns: v.optional(v.array(LinkGroupSchema)),
  /** The paper's profiles on other sites. */
  social: v.optional(v.array(NamedLinkSchema)),
  text: v.optional(v.string()),
  /** False to leave out the note that the site is made with Broadsheet. */
  madeWith: v.optional(v.boolean()),
});

export type NamedLink = v.InferOutput<typeof NamedLinkSchema>;
export type LinkGroup = v.InferOutput<typeof LinkGroupSchema>;
export type MenuItem = v.InferOutput<typeof MenuItemSchema>;
