import * as v from "valibot";
import { SlugSchema } from "#content/article.ts";
import { OriginsSchema, SlotSettingsSchema } from "./slots/slotSettings.ts";

const NameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));

/** A section, topic, place, desk or person of the edition. `aliases` are other spellings that mean the same. */
const SubjectSettingsSchema = v.strictObject({
  slug: v.optional(SlugSchema),
  name: NameSchema,
  description: v.optional(v.string()),
  aliases: v.optional(v.array(NameSchema), []),
});

const AddressSchema = v.pipe(
  v.string(),
  v.check((url) => /^https?:/iu.test(url) && URL.canParse(url), "must be a full address such as https://example.org/"),
);

/** A person or a desk, with what the paper tells of them. */
const AuthorSettingsSchema = v.strictObject({
  ...SubjectSettingsSchema.entries,
  /** "Science editor" */
  role: v.optional(NameSchema),
  /** The file of a picture. */
  photo: v.optional(NameSchema),
  /** Some sentences; an empty line parts paragraphs. */
  bio: v.optional(NameSchema),
  /** Where else they are. */
  links: v.optional(v.array(v.strictObject({ name: NameSchema, url: AddressSchema }))),
  /** Where they can be written to: a page of the paper, or an address elsewhere. */
  contact: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(?:https?:\/\/|\/(?!\/))/iu, "must be a page such as /contact or an address such as https://example.org/"),
    ),
  ),
  /** The desk of a person, by its name or slug. */
  desk: v.optional(NameSchema),
});

const subjects = v.optional(v.array(SubjectSettingsSchema), []);
const count = (fallback: number, most: number) => v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)), fallback);

const TimeZoneSchema = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  }, "must be a time zone such as UTC or Europe/Amsterdam"),
);

/** Intl throws on what looks like a tag and is none, such as "en-abcdefghij". */
const LanguageSchema = v.pipe(
  v.string(),
  v.check((tag) => {
    try {
      return /^[a-z]{2,3}(?:-|$)/iu.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, "must be a language tag such as en or pt-BR"),
);

/** Where a menu leads: to one of these. */
const DESTINATIONS = ["section", "topic", "place", "page", "link"] as const;

const linkEntries = {
  /** In place of the name that what it leads to has. */
  name: v.optional(NameSchema),
  section: v.optional(NameSchema),
  topic: v.optional(NameSchema),
  place: v.optional(NameSchema),
  /** The address of a page of this site, such as "/about" or "/archive". */
  page: v.optional(NameSchema),
  /** An address elsewhere. */
  link: v.optional(v.pipe(v.string(), v.regex(/^(?:https?:\/\/|mailto:|tel:)/iu, "must be an address such as https://example.org/"))),
};

const leadsTo = (item: { [Name in (typeof DESTINATIONS)[number]]?: string | undefined }): number =>
  DESTINATIONS.filter((name) => item[name] !== undefined).length;

const MenuLinkSchema = v.pipe(
  v.strictObject(linkEntries),
  v.check((item) => leadsTo(item) === 1, `must have one of ${DESTINATIONS.join(", ")}`),
);

/** A link of the navigation, or a group of links under a name. */
const MenuItemSchema = v.pipe(
  v.strictObject({ ...linkEntries, items: v.optional(v.array(MenuLinkSchema)) }),
  v.check(
    (item) => (item.items === undefined ? leadsTo(item) === 1 : leadsTo(item) === 0 && item.name !== undefined),
    `must have one of ${DESTINATIONS.join(", ")}, or a name and items`,
  ),
);

const FooterSchema = v.strictObject({
  columns: v.optional(v.array(v.strictObject({ title: NameSchema, links: v.array(MenuLinkSchema) }))),
  /** Where the paper is elsewhere, such as on social networks. */
  social: v.optional(v.array(v.strictObject({ name: NameSchema, url: AddressSchema }))),
  text: v.optional(NameSchema),
  /** False leaves "Made with Broadsheet" out. */
  madeWith: v.optional(v.boolean()),
});

/** Where the desk in the browser (docs/desk.md) finds the repository that it writes to. */
const AdminSchema = v.strictObject({
  repository: v.pipe(v.string(), v.regex(/^[\w.-]+(?:\/[\w.-]+)+$/u, "must be owner and name of a repository, such as ostmark/paper")),
  backend: v.optional(v.picklist(["github", "gitlab", "gitea"]), "github"),
  /** The address of a server of one's own, for GitLab and Gitea or Forgejo. */
  server: v.optional(AddressSchema),
  /** Without it, the repository's default branch. */
  branch: v.optional(NameSchema),
  /** The path of this folder in the repository, where no .git above it tells. */
  folder: v.optional(v.pipe(v.string(), v.regex(/^(?!\.{0,2}\/)[^\\]*$/u, "must be a path in the repository, such as content"))),
});

/** The file `edition.json` of a content folder. Everything has a default: an empty file, or none, is a valid edition. */
export const SettingsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.optional(NameSchema, "Broadsheet"),
  tagline: v.optional(v.string()),
  language: v.optional(LanguageSchema, "en"),
  timeZone: v.optional(TimeZoneSchema, "UTC"),
  /** The public address of the site, for canonical links and feeds. */
  url: v.optional(AddressSchema),
  /** Whether the site is served with accounts (docs/accounts.md), so that its pages offer to sign in. */
  accounts: v.optional(v.boolean(), false),
  /** Where readers load JSON from, when it is not the site itself. */
  data: v.optional(v.pipe(v.string(), v.regex(/^(?:https?:\/\/|\/)/u, "must be an http address or a path"))),
  /** In the order of the navigation. Without any, the sections that the articles name, the largest first. */
  sections: subjects,
  desks: v.optional(v.array(AuthorSettingsSchema), []),
  people: v.optional(v.array(AuthorSettingsSchema), []),
  /** Whether there is a page of all desks and people, at /staff. Without a word there is one where people have roles. */
  staff: v.optional(v.boolean()),
  topics: subjects,
  series: subjects,
  places: subjects,
  /** The days over which topics are counted for "Trending", back from the newest story, and how many are shown. */
  trending: v.optional(v.strictObject({ days: count(14, 3650), count: count(7, 8) }), {}),
  /** What stands in the navigation in place of the sections, in its order. */
  navigation: v.optional(v.array(MenuItemSchema)),
  footer: v.optional(FooterSchema),
  /** Whether stories, lists and pages show the way to them from the front page. */
  breadcrumbs: v.optional(v.boolean(), false),
  feeds: v.optional(v.strictObject({ items: count(30, 200), fullText: v.optional(v.boolean(), false) }), {}),
  /** Groups of words and names that mean the same to a search, such as ["EU", "European Union"]. */
  search: v.optional(v.strictObject({ synonyms: v.optional(v.pipe(v.array(v.array(NameSchema)), v.maxLength(2000)), []) }), {}),
  /** Without AVIF, pictures come as WebP in all widths. */
  pictures: v.optional(v.strictObject({ avif: v.optional(v.boolean(), true) }), {}),
  /** The picture by which pages without one of their own are known where links to them are shared, such as on social networks. */
  sharePicture: v.optional(v.strictObject({ file: NameSchema, alt: v.optional(v.string(), "") })),
  /** What is said of the files in `slots/`, and what they may load from elsewhere: see docs/slots.md. */
  slots: v.optional(SlotSettingsSchema),
  origins: v.optional(OriginsSchema),
  /** The desk at /admin, for who writes in the browser. Without it there is none. */
  admin: v.optional(AdminSchema),
  /** Folders beside the content in which pictures are looked for, relative to it. */
  assets: v.optional(v.array(v.string()), []),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type MenuLinkSettings = v.InferOutput<typeof MenuLinkSchema>;
export type MenuItemSettings = v.InferOutput<typeof MenuItemSchema>;
export type AuthorSettings = v.InferOutput<typeof AuthorSettingsSchema>;
export type AdminSettings = v.InferOutput<typeof AdminSchema>;
export type SubjectSettings = v.InferOutput<typeof SubjectSettingsSchema>;
