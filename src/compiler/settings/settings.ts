import * as v from "valibot";
import type { Collection } from "./collectionSettings.ts";
import { AdminSchema } from "./adminSettings.ts";
import { AnnounceSchema } from "./announceSettings.ts";
import { AuthorSettingsSchema, PersonSettingsSchema } from "./authorSettings.ts";
import { EpubSettingsSchema } from "./epubSettings.ts";
import { FeedSettingsSchema, MarkdownSchema } from "./feedSettings.ts";
import { MostReadSettingsSchema, TrendingSettingsSchema } from "./frontSettings.ts";
import { HostSchema } from "./hostSettings.ts";
import { MemberSettingsSchema } from "./memberSettings.ts";
import { FooterSchema, MenuItemSchema } from "./menuSettings.ts";
import { LanguageSettingsSchema } from "./languageSettings.ts";
import { VectorSettingsSchema } from "./vectorSettings.ts";
import { NarrateSettingsSchema } from "./narrateSettings.ts";
import { PictureSettingsSchema, SharePictureSettingsSchema } from "./pictureSettings.ts";
import { PodcastSettingsSchema } from "./podcastSettings.ts";
import { RecordSettingsSchema } from "./recordSettings.ts";
import { RobotsSettingsSchema } from "./robotsSettings.ts";
import { AddressSchema, described, FolderSchema, LanguageSchema, TextSchema, TimeZoneSchema } from "./settingSchemas.ts";
import { NamedSubjectSettingsSchema, SubjectSettingsSchema, ThreadsSchema } from "./subjectSettings.ts";
import { OriginsSchema, SlotSettingsSchema } from "./slotSettings.ts";

const subjects = (description: string, example: v.InferInput<typeof SubjectSettingsSchema>) =>
  v.optional(described(v.array(SubjectSettingsSchema), description, [example]), []);

const named = (description: string, example: v.InferInput<typeof NamedSubjectSettingsSchema>) =>
  v.optional(described(v.array(NamedSubjectSettingsSchema), description, [example]), []);

/** The file `edition.json` of a content folder. Everything has a default: an empty file, or none, is a valid edition. */
export const SettingsSchema = v.strictObject({
  $schema: v.optional(
    described(
      v.string(),
      "The schema with which an editor completes and checks this file.",
      "../node_modules/broadsheet-reader/schemas/edition.schema.json",
    ),
  ),
  name: v.optional(described(TextSchema, "The name of the paper.", "The Harbour Post"), "Broadsheet"),
  tagline: v.optional(
    described(v.string(), "A few words beside the date, and the description for search engines.", "News from the coast since 1921"),
  ),
  language: v.optional(
    described(
      LanguageSchema,
      "The language of the paper, and of stories whose language is neither named nor detected: a BCP 47 tag. The interface is available in Arabic, Chinese (simplified), Dutch, English, French, German, Hebrew, Hindi, Italian, Japanese, Portuguese, Spanish and Turkish, and is in English in papers in other languages; [words of your own](words.md) change that.",
      "nl",
    ),
    "en",
  ),
  languages: v.optional(
    described(
      v.record(LanguageSchema, LanguageSettingsSchema),
      "Further languages in which the site has an [edition of its own](languages.md), by their tags: the stories, lists, feeds and menus of `nl` are below `/nl`.",
      {
        nl: {
          name: "De Havenpost",
          tagline: "Nieuws van de kust sinds 1921",
          sections: [{ slug: "world", name: "Wereld" }],
        },
      },
    ),
  ),
  timeZone: v.optional(
    described(TimeZoneSchema, "The time zone of the paper’s days, and of dates without a zone.", "Europe/Amsterdam"),
    "UTC",
  ),
  url: v.optional(
    described(
      AddressSchema,
      "The public address of the site, for canonical links, feeds and the sitemap. `--url` overrides it.",
      "https://post.example/",
    ),
  ),
  accounts: v.optional(
    described(v.boolean(), "Whether the site is served with [accounts](accounts.md), so that its pages offer to sign in.", true),
    false,
  ),
  faults: v.optional(
    described(
      v.boolean(),
      "Whether pages report uncaught errors to the site’s own server, which counts them without anything about the reader: [faults](accounts.md#faults). Only with `accounts`.",
      true,
    ),
    false,
  ),
  data: v.optional(
    described(
      v.pipe(v.string(), v.regex(/^(?:https?:\/\/|\/)/u, "must be an http address or a path")),
      "Where readers load the JSON of pages from, if not from the site itself. `--data` overrides it.",
      "https://data.post.example/",
    ),
  ),
  compress: v.optional(
    described(
      v.boolean(),
      "Whether there are Brotli copies beside pages, data and code, for [a server of your own](hosting/servers.md#compression) that sends them. Without them it compresses on request. `--compress` and `--no-compress` override it.",
      true,
    ),
    false,
  ),
  sections: subjects("The sections, in the order of the navigation. Without any, those that stories name, roughly the largest first.", {
    name: "World",
    description: "What happens on all continents.",
  }),
  desks: v.optional(
    described(v.array(AuthorSettingsSchema), "Desks that stories are signed by: [their profiles](authors.md).", [
      { name: "Science desk", description: "Space, medicine and the living world." },
    ]),
    [],
  ),
  people: v.optional(
    described(v.array(PersonSettingsSchema), "People who sign stories: [their profiles](authors.md).", [
      { name: "Ada Keane", role: "Science editor", desk: "Science desk", photo: "pictures/ada-keane.jpg" },
    ]),
    [],
  ),
  staff: v.optional(
    described(
      v.boolean(),
      "Whether there is a page of all desks and people, at /staff. By default there is one if any person has a role.",
      true,
    ),
  ),
  topics: named("Descriptions of topics, and spellings that mean the same. Stories may have other topics too.", {
    name: "Delta Works",
    aliases: ["Deltaworks"],
    description: "Dams and barriers built after the flood of 1953.",
  }),
  series: subjects("Descriptions of [series](front-page.md#series), and spellings that mean the same.", {
    name: "Deltas",
    description: "Where rivers end.",
    aliases: ["Delta series"],
  }),
  places: named("Descriptions of places, and spellings that mean the same.", { name: "The Hague", aliases: ["Den Haag"] }),
  cards: v.optional(
    described(v.boolean(), "Whether stories have [cards](names.md) where they name a place, topic or person of the paper.", false),
    true,
  ),
  trending: TrendingSettingsSchema,
  mostRead: MostReadSettingsSchema,
  navigation: v.optional(
    described(v.array(MenuItemSchema), "The items of the [navigation](navigation.md), in order, in place of the sections.", [
      { section: "World" },
      { name: "More", items: [{ page: "/archive" }, { link: "https://shop.example/", name: "Shop" }] },
    ]),
  ),
  footer: v.optional(
    described(FooterSchema, "The [footer of every page](navigation.md).", {
      columns: [{ title: "The paper", links: [{ page: "/about" }] }],
      social: [{ name: "Mastodon", url: "https://social.example/@paper" }],
      text: "Published in Delft since 1921.",
      madeWith: false,
    }),
  ),
  corrections: v.optional(
    described(v.boolean(), "Whether there is a page of all corrections, at /corrections, where stories have some.", false),
    true,
  ),
  threads: ThreadsSchema,
  record: RecordSettingsSchema,
  breadcrumbs: v.optional(
    described(v.boolean(), "Whether stories, lists and pages show the way to them from the front page.", true),
    false,
  ),
  pages: v.optional(
    described(
      FolderSchema,
      "The folder whose Markdown files are [pages of the paper](pages.md) and never stories; `.` for the whole content folder.",
      ".",
    ),
    "pages",
  ),
  repository: v.optional(
    described(
      AddressSchema,
      "The address of the content folder where its files can be read, such as on a repository host. Links that lead out of the folder lead there; without it only their words are shown.",
      "https://git.example/post/paper/src/main/content/",
    ),
  ),
  announce: AnnounceSchema,
  markdown: MarkdownSchema,
  feeds: FeedSettingsSchema,
  podcast: PodcastSettingsSchema,
  narrate: NarrateSettingsSchema,
  epub: EpubSettingsSchema,
  search: v.optional(
    described(
      v.strictObject({
        synonyms: v.optional(
          described(v.pipe(v.array(v.array(TextSchema)), v.maxLength(2000)), "Groups of words and names that mean the same to a search."),
          [],
        ),
        vectors: VectorSettingsSchema,
      }),
      "What the [search](search.md) knows besides the stories.",
      { synonyms: [["EU", "European Union"]] },
    ),
    {},
  ),
  members: MemberSettingsSchema,
  host: HostSchema,
  robots: RobotsSettingsSchema,
  pictures: PictureSettingsSchema,
  sharePicture: SharePictureSettingsSchema,
  slots: v.optional(
    described(SlotSettingsSchema, "Settings of the files in `slots/`: [slots](slots.md).", {
      "in-story": { after: 4, height: 280, consent: true },
      footer: { height: 120 },
    }),
  ),
  cut: v.optional(
    described(
      v.array(TextSchema),
      "Parts of texts that are not for everybody and are left out of the site, by the names of their tags; without it, a story with such a part [is kept back](article.md#what-keeps-a-story-back).",
      ["members_only"],
    ),
    [],
  ),
  origins: v.optional(
    described(
      OriginsSchema,
      "What slots and [recordings](audio.md) may load from elsewhere, by the directives of the Content-Security-Policy: [slots](slots.md).",
      {
        "script-src": ["https://stats.example.org"],
        "connect-src": ["https://stats.example.org"],
      },
    ),
  ),
  admin: v.optional(
    described(
      AdminSchema,
      "The [desk in the browser](desk.md) at /admin, and the repository that it writes to. There is none by default.",
      {
        repository: "harbour/post",
      },
    ),
  ),
  assets: v.optional(
    described(v.array(v.string()), "Folders beside the content in which pictures are looked for, relative to it.", ["../static"]),
    [],
  ),
});

/** `collections` are not in edition.json: each has a file of its own. */
export type Settings = v.InferOutput<typeof SettingsSchema> & { collections?: readonly Collection[] };
export type AuthorSettings = v.InferOutput<typeof AuthorSettingsSchema>;
export type AdminSettings = v.InferOutput<typeof AdminSchema>;
export type SubjectSettings = v.InferOutput<typeof SubjectSettingsSchema>;
