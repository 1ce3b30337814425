import * as v from "valibot";
import { RefSchema } from "../article.ts";
import { LanguageEditionSchema } from "./languageEdition.ts";
import { FileUrlSchema, ImageSchema } from "../image.ts";
import { DirectionSchema, LinkUrlSchema } from "../blocks/inline.ts";
import { FooterSchema, MenuItemSchema, NamedLinkSchema } from "../menu.ts";

/** The picture by which a page without one of its own is known where links to it are shared. Width and height in pixels. */
export const SharePictureSchema = v.object({ url: FileUrlSchema, width: v.number(), height: v.number(), alt: v.string() });

/** What a page that is none of the paper says in the paper's own words. A part of a line with an address is a link. */
export const StateTextSchema = v.object({
  title: v.string(),
  image: v.optional(ImageSchema),
  paragraphs: v.array(v.array(v.object({ text: v.string(), url: v.optional(LinkUrlSchema) }))),
});

/** What every page of an edition needs to know: the file `data/edition.json`. Its size does not depend on the archive's. */
export const EditionSchema = v.object({
  name: v.string(),
  tagline: v.optional(v.string()),
  language: v.string(),
  direction: DirectionSchema,
  timeZone: v.string(),
  /** The day of the newest story, YYYY-MM-DD: the date under which the paper appears. Missing where there is no story. */
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  sections: v.array(RefSchema),
  /** The languages of its stories by their codes, its own first, where there is another. */
  languages: v.optional(v.array(v.string())),
  /** The editions of the site, this one among them and the main one first, where it has them in several languages. */
  editions: v.optional(v.array(LanguageEditionSchema)),
  /** Whether some of its stories are episodes, of which there is a podcast. */
  podcast: v.optional(v.boolean()),
  /** Whether there are catalogues for e-readers. */
  catalogues: v.optional(v.boolean()),
  /** Whether a server beside the site keeps accounts, below its `api/`. */
  accounts: v.optional(v.boolean()),
  /** The servers that pages may ask for replies to its stories, as origins. */
  discussionServers: v.optional(v.array(v.string())),
  trending: v.pipe(v.array(RefSchema), v.maxLength(8)),
  sharePicture: v.optional(SharePictureSchema),
  /** Whether a page of the paper stands in place of the front page, since there is no story. */
  home: v.optional(v.boolean()),
  /** The pages of the paper that stand in the menu and at the foot of every page. */
  pages: v.optional(v.array(NamedLinkSchema)),
  /** What stands in the navigation in place of the sections. */
  navigation: v.optional(v.array(MenuItemSchema)),
  footer: v.optional(FooterSchema),
  /** Whether there is a page of those who make the paper. */
  staff: v.optional(v.boolean()),
  /** Whether there is a page of all corrections. */
  corrections: v.optional(v.boolean()),
  /** Whether pages show the way to them from the front page. */
  breadcrumbs: v.optional(v.boolean()),
  /** The paper's own words for the page of what is not there, and for the one that stands in without a connection. */
  texts: v.optional(v.object({ missing: v.optional(StateTextSchema), offline: v.optional(StateTextSchema) })),
});

export type SharePicture = v.InferOutput<typeof SharePictureSchema>;
export type StateText = v.InferOutput<typeof StateTextSchema>;
export type Edition = v.InferOutput<typeof EditionSchema>;
