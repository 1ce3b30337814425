import * as v from "valibot";
import { RefSchema } from "../article.ts";
import { LanguageEditionSchema } from "./languageEdition.ts";
import { FileUrlSchema, ImageSchema } from "../image.ts";
import { DirectionSchema, LinkUrlSchema } from "../blocks/inline.ts";
import { OPTIONAL_PAGES } from "../pages/pages.ts";
import { FooterSchema, MenuItemSchema, NamedLinkSchema } from "../menu.ts";

/** The share picture of pages without a picture of their own. Width and height in pixels. */
export const SharePictureSchema = v.object({ url: FileUrlSchema, width: v.number(), height: v.number(), alt: v.string() });

/** The paper's own text for a page of the reader, such as the 404 page. A part of a line with an address is a link. */
export const StateTextSchema = v.object({
  title: v.string(),
  image: v.optional(ImageSchema),
  paragraphs: v.array(v.array(v.object({ text: v.string(), url: v.optional(LinkUrlSchema) }))),
});

/** What a page of the paper lays down, by the last part of its address. */
export const PolicySchema = v.picklist(["corrections", "labels", "sources"]);

/** What every page of an edition needs: the file `data/edition.json`. Its size does not depend on that of the archive. */
export const EditionSchema = v.object({
  name: v.string(),
  tagline: v.optional(v.string()),
  language: v.string(),
  direction: DirectionSchema,
  timeZone: v.string(),
  /** The day of the newest story, YYYY-MM-DD: the date under which the paper appears. Missing if there is no story. */
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  sections: v.array(RefSchema),
  /** The language codes of its stories, its own language first. Missing if there is no other. */
  languages: v.optional(v.array(v.string())),
  /** The editions of the site if it has them in several languages: this one among them, the main one first. */
  editions: v.optional(v.array(LanguageEditionSchema)),
  /** Whether there is a podcast, since some stories are episodes. */
  podcast: v.optional(v.boolean()),
  /** Whether there are OPDS catalogues for e-readers. */
  catalogues: v.optional(v.boolean()),
  /** Whether a server beside the site keeps accounts, below its `api/`. */
  accounts: v.optional(v.boolean()),
  /** Whether that server counts the faults that pages report. */
  faults: v.optional(v.boolean()),
  /** Whether stories can be for members. */
  members: v.optional(v.boolean()),
  /** The origins of servers that pages may ask for replies to its stories. */
  discussionServers: v.optional(v.array(v.string())),
  trending: v.pipe(v.array(RefSchema), v.maxLength(8)),
  sharePicture: v.optional(SharePictureSchema),
  /** Whether a static page takes the place of the front page, since there is no story. */
  home: v.optional(v.boolean()),
  /** The static pages that the menu and the footer of every page link to. */
  pages: v.optional(v.array(NamedLinkSchema)),
  /** The pages on which the paper says how it corrects, labels its stories and treats its sources: every story links to them. */
  policies: v.optional(v.array(v.object({ ...NamedLinkSchema.entries, about: PolicySchema }))),
  /** The items of the navigation, if they replace the sections. */
  navigation: v.optional(v.array(MenuItemSchema)),
  footer: v.optional(FooterSchema),
  /** Whether there is a page of this kind. */
  ...v.entriesFromList(OPTIONAL_PAGES, v.optional(v.boolean())),
  /** Whether pages show breadcrumbs. */
  breadcrumbs: v.optional(v.boolean()),
  /** The paper's own texts for the 404 page and for the page shown without a connection. */
  texts: v.optional(v.object({ missing: v.optional(StateTextSchema), offline: v.optional(StateTextSchema) })),
});

export type SharePicture = v.InferOutput<typeof SharePictureSchema>;
export type StateText = v.InferOutput<typeof StateTextSchema>;

/** What a paper says when its server fails; no file of the edition has it. */
export type ErrorText = StateText & { inLanguage: string; direction: Edition["direction"] };
export type Edition = v.InferOutput<typeof EditionSchema>;
