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
import { articlePath, dataFile, editionFile, editionFolder, frontFile, inSite, listPath, previewFile } from "#content/paths.ts";
import { parse } from "#content/parse.ts";
import type { Teaser } from "#content/teaser.ts";

/** What of a story an alert needs: what it says, and which subjects it belongs to. */
const StorySchema = v.object({
  article: v.pick(ArticleSchema, [
    "slug",
    "headline",
    "standfirst",
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

export type Story = v.InferOutput<typeof StorySchema>["article"] & { subjects: AlertSubject[]; kicker: string | undefined };

/** The site that is served, read as its own pages read it: a story that is not there yet, or no more, is not found here. */
export type ServedSite = {
  /** Whether it is one with drafts, for those who make the paper. */
  isPreview: () => boolean;
  /** The main edition first. */
  editions: () => Promise<LanguageEdition[]>;
  /** Texts by which it is known whether an edition is the same as it was. */
  stateOf: (prefix: string) => Promise<string>;
  story: (prefix: string, slug: string) => Promise<Story | undefined>;
  /** Stories of a list, the newest first; none where there is no such list. @param page one that never changes; without it, the newest */
  list: (prefix: string, kind: ListKind, slug: string, page?: number) => Promise<{ stories: Teaser[]; fullPages: number }>;
  /** The slugs of the front page in its order, and of the story that is breaking news, until that is over. */
  front: (prefix: string, now: number) => Promise<{ order: string[]; breaking: string | undefined }>;
  /** The full address of a page. @param path in its edition */
  address: (prefix: string, path: string) => string;
  /** A file of the site's data. */
  read: (name: string) => Promise<unknown>;
};

/** @param folder of the built site @param address its own, with a slash at its end */
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
      const { days, fullPages = 0 } = parse(ListPageSchema, found, "list page");
      return { stories: days.flatMap(({ teasers }) => teasers), fullPages };
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
    address: (prefix, path) => address + inSite(prefix, path).slice(1),
  };
}

/** A page that a build has removed, or that never was. */
function ifThere(reading: Promise<unknown>): Promise<unknown> {
  return reading.catch((error: unknown) => {
    // A reader may have named a subject whose file would have too long a name.
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENAMETOOLONG")) return undefined;
    throw error;
  });
}

function storyOf({ article, thread }: v.InferOutput<typeof StorySchema>): Story {
  const { section, topics, places, authors } = article;
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
