import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { AlertSubject } from "#content/alerts/alerts.ts";
import { ArticleSchema } from "#content/article.ts";
import { PlaceInThreadSchema } from "#content/pages/articlePage.ts";
import { EditionSchema } from "#content/edition/edition.ts";
import { FrontPageSchema } from "#content/pages/frontPage.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { type ListKind, ListPageSchema } from "#content/pages/listPage.ts";
import { articlePath, dataFile, editionFile, editionFolder, frontFile, inSite, lateFile, listPath, previewFile } from "#content/paths.ts";
import { InstantSchema } from "#content/instant.ts";
import { parse } from "#content/parse.ts";
import type { Teaser } from "#content/teaser.ts";

/** The parts of a story that alerts and newsletters need: its text, its subjects, its labels and its picture. */
const StorySchema = v.object({
  article: v.pick(ArticleSchema, [
    "slug",
    "headline",
    "sponsor",
    "members",
    "kind",
    "genre",
    "ai",
    "standfirst",
    "image",
    "inLanguage",
    "direction",
    "datePublished",
    "section",
    "topics",
    "places",
    "authors",
  ]),
  thread: v.optional(v.pick(PlaceInThreadSchema, ["slug", "name"])),
});

const LateSchema = v.record(v.string(), InstantSchema);

export type Story = v.InferOutput<typeof StorySchema>["article"] & { subjects: AlertSubject[]; kicker: string | undefined };

/** `name` is missing if there is no such list. */
type StoryList = { name?: string; stories: Teaser[]; fullPages: number };

/** The site that is served, read from its published data: stories that are not published yet, or no longer, are not found. */
export type ServedSite = {
  /** Whether it is a preview with drafts, for the newsroom. */
  isPreview: () => boolean;
  /** The main edition first. */
  editions: () => Promise<LanguageEdition[]>;
  /** A text that changes with the front page and the newest stories of an edition. */
  stateOf: (prefix: string) => Promise<string>;
  story: (prefix: string, slug: string) => Promise<Story | undefined>;
  /** The stories of a list, newest first; empty if there is no such list. @param page a page that never changes; without it, the newest */
  list: (prefix: string, kind: ListKind, slug: string, page?: number) => Promise<StoryList>;
  /** The slugs of the front page in order, and that of the breaking story, until its notice ends. */
  front: (prefix: string, now: number) => Promise<{ order: string[]; breaking: string | undefined }>;
  /** When stories appeared whose embargo ended after their date, as instants by slug. */
  late: () => Promise<Record<string, string>>;
  /** The absolute address of a page. @param path in its edition */
  address: (prefix: string, path: string) => string;
  /** Reads a file of the site's data. */
  read: (name: string) => Promise<unknown>;
};

/** @param folder the built site @param address its address, with a trailing slash */
export function servedSite(folder: string, address: string): ServedSite {
  const text = (name: string) => readFile(join(folder, "data", name), "utf8");
  const read = async (name: string): Promise<unknown> => JSON.parse(await text(name));
  const dataOf = (prefix: string, path: string) => `${editionFolder(prefix)}${decodeURIComponent(dataFile(path))}`;
  return {
    read,
    isPreview: () => existsSync(join(folder, previewFile)),
    editions: async () => {
      const { editions, language } = parse(EditionSchema, await read(editionFile), "edition");
      return editions ?? [{ language, prefix: "" }];
    },
    stateOf: async (prefix) => {
      const files = [frontFile, dataFile(listPath("latest", "latest"))];
      return (await Promise.all(files.map((file) => text(`${editionFolder(prefix)}${file}`)))).join("\n");
    },
    story: async (prefix, slug) => {
      const found = await ifThere(read(dataOf(prefix, articlePath(slug))));
      return found === undefined ? undefined : storyOf(parse(StorySchema, found, "article"));
    },
    list: async (prefix, kind, slug, page) => {
      const found = await ifThere(read(dataOf(prefix, listPath(kind, slug, page))));
      if (found === undefined) return { stories: [], fullPages: 0 };
      const { name, days, fullPages = 0 } = parse(ListPageSchema, found, "list page");
      return { name, stories: days.flatMap(({ teasers }) => teasers), fullPages };
    },
    front: async (prefix, now) => {
      const { lead, also, top, longRead, sections, latest, breaking } = parse(
        FrontPageSchema,
        await read(`${editionFolder(prefix)}${frontFile}`),
        "front page",
      );
      const order = [lead, ...also, ...top, longRead, ...sections.flatMap(({ teasers }) => teasers), ...latest];
      const holds = breaking?.until === undefined || Date.parse(breaking.until) > now;
      return { order: order.flatMap((teaser) => teaser?.slug ?? []), breaking: holds ? slugIn(breaking?.link) : undefined };
    },
    late: async () => {
      const found = await ifThere(read(lateFile));
      return found === undefined ? {} : parse(LateSchema, found, "late stories");
    },
    address: (prefix, path) => address + inSite(prefix, path).slice(1),
  };
}

/** Resolves to undefined for a page that a build has removed, or that never existed. */
function ifThere(reading: Promise<unknown>): Promise<unknown> {
  return reading.catch((error: unknown) => {
    // A reader may follow a subject whose file name would be too long.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENAMETOOLONG")) return undefined;
    throw error;
  });
}

/** Nobody is alerted to an advertisement because of its subjects. */
function storyOf({ article, thread }: v.InferOutput<typeof StorySchema>): Story {
  const { section, topics, places, authors } = article;
  if (article.sponsor) return { ...article, subjects: [], kicker: article.sponsor.label };
  const refs = [
    ...(section === undefined ? [] : [{ kind: "section" as const, slug: section.slug }]),
    ...topics.map(({ slug }) => ({ kind: "topic" as const, slug })),
    ...places.map(({ slug }) => ({ kind: "place" as const, slug })),
    ...authors.map(({ slug }) => ({ kind: "author" as const, slug })),
    ...(thread === undefined ? [] : [{ kind: "thread" as const, slug: thread.slug }]),
  ];
  return { ...article, subjects: refs, kicker: topics[0]?.name ?? section?.name };
}

/** The story that a link leads to, in any edition. */
function slugIn(link: string | undefined): string | undefined {
  const found = /\/article\/([^/?#]+)(?:[?#].*)?$/u.exec(link ?? "")?.[1];
  return found === undefined ? undefined : decodeURIComponent(found);
}
