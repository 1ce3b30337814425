import * as v from "valibot";
import { AddressSchema, described, TextSchema } from "./settingSchemas.ts";

/** The kinds of destination of a menu link, which has exactly one. */
const DESTINATIONS = ["section", "topic", "place", "page", "link"] as const;

const linkEntries = {
  name: v.optional(described(TextSchema, "Shown instead of the name of what it links to.")),
  section: v.optional(described(TextSchema, "A section, by its name or slug.")),
  topic: v.optional(described(TextSchema, "A topic, by its name or slug.")),
  place: v.optional(described(TextSchema, "A place, by its name or slug.")),
  page: v.optional(described(TextSchema, "The address of a page of this site, such as /about or /archive.")),
  link: v.optional(
    described(
      v.pipe(v.string(), v.regex(/^(?:https?:\/\/|mailto:|tel:)/iu, "must be an address such as https://example.org/")),
      "An address elsewhere: https, mailto or tel.",
    ),
  ),
};

const leadsTo = (item: { [Name in (typeof DESTINATIONS)[number]]?: string | undefined }): number =>
  DESTINATIONS.filter((name) => item[name] !== undefined).length;

export const MenuLinkSchema = v.pipe(
  v.strictObject(linkEntries),
  v.check((item) => leadsTo(item) === 1, `must have one of ${DESTINATIONS.join(", ")}`),
);

/** A link in the navigation, or a group of links under a name. */
export const MenuItemSchema = v.pipe(
  v.strictObject({
    ...linkEntries,
    items: v.optional(described(v.array(MenuLinkSchema), "The links of a group, which has a name and nothing else.")),
  }),
  v.check(
    (item) => (item.items === undefined ? leadsTo(item) === 1 : leadsTo(item) === 0 && item.name !== undefined),
    `must have one of ${DESTINATIONS.join(", ")}, or a name and items`,
  ),
);

export const FooterSchema = v.strictObject({
  columns: v.optional(
    described(
      v.array(v.strictObject({ title: TextSchema, links: v.array(MenuLinkSchema) })),
      "Lists of links, each with a title, in place of the sections and pages.",
    ),
  ),
  social: v.optional(
    described(
      v.array(v.strictObject({ name: TextSchema, url: AddressSchema })),
      "The paper’s profiles elsewhere, such as on social networks.",
    ),
  ),
  text: v.optional(described(TextSchema, "A line under the name of the paper.")),
  madeWith: v.optional(described(v.boolean(), "false leaves out “Made with Broadsheet”.")),
});

export type MenuLinkSettings = v.InferOutput<typeof MenuLinkSchema>;
export type MenuItemSettings = v.InferOutput<typeof MenuItemSchema>;
