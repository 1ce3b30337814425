import * as v from "valibot";
import { LinkUrlSchema } from "./blocks/inline.ts";

/** A page of the paper, or an address elsewhere, with its name. */
export const NamedLinkSchema = v.object({ name: v.string(), url: LinkUrlSchema });

/** Several links under one name. */
export const LinkGroupSchema = v.object({ name: v.string(), items: v.array(NamedLinkSchema) });

/** What stands in the navigation of the paper in its order. */
export const MenuItemSchema = v.union([LinkGroupSchema, NamedLinkSchema]);

/** What the paper says at the foot of every page. */
export const FooterSchema = v.object({
  /** In place of the lists of sections and of pages through the whole edition. */
  columns: v.optional(v.array(LinkGroupSchema)),
  /** Where the paper is elsewhere. */
  social: v.optional(v.array(NamedLinkSchema)),
  text: v.optional(v.string()),
  /** False where the page does not say what it is made with. */
  madeWith: v.optional(v.boolean()),
});

export type NamedLink = v.InferOutput<typeof NamedLinkSchema>;
export type LinkGroup = v.InferOutput<typeof LinkGroupSchema>;
export type MenuItem = v.InferOutput<typeof MenuItemSchema>;
