import type { Article } from "#content/article.ts";
import { storyPath } from "#content/edition/alternates.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { articlePath, dataFile } from "#content/paths.ts";
import type { Report } from "../../draft/problem.ts";
import type { OwnPage } from "./redirects.ts";

type Options = {
  editions?: LanguageEdition[] | undefined;
  fileOf: ReadonlyMap<string, string>;
  /** The slugs of all stories in the public record; undefined in a paper that keeps none. */
  recorded: ReadonlySet<string> | undefined;
  /** The files of the previous build. */
  before: ReadonlySet<string>;
};

/**
 * The stories that had another address, from which theirs differs only in upper and lower case, since their file was renamed. The
 * public record knows it for good; without one, the previous site knows it once, and the change is reported.
 */
export function recased(articles: Article[], { editions, fileOf, recorded, before }: Options, report: Report): OwnPage[] {
  const slugs = new Map(articles.map((article) => [article.slug, article]));
  const former = recorded ?? new Set([...before].flatMap((file) => SLUG.exec(file)?.[1] ?? []).map(decodeURIComponent));
  const folded = new Map([...former].filter((slug) => !slugs.has(slug)).map((slug) => [slug.toLowerCase(), slug]));
  return articles.flatMap((article): OwnPage[] => {
    const was = folded.get(article.slug.toLowerCase());
    if (was === undefined) return [];
    const [from, path] = [was, article.slug].map((slug) => storyPath({ ...article, slug }, editions));
    const file = fileOf.get(article.slug) ?? dataFile(articlePath(article.slug));
    if (from === undefined || path === undefined || article.oldUrls.includes(from)) return [];
    if (recorded) return [{ path, file, oldUrls: [from] }];
    report({
      severity: "warning",
      file,
      message: `Its address was ${from} and is ${path} now: only upper and lower case differ, but hosts tell them apart.`,
      remedy: `Name the former address as oldUrls: [${from}], or give the file its former name.`,
    });
    return [];
  });
}

/** Captures the slug of a story from the file of its data. */
const SLUG = /^data\/(?:[^/]+\/)?article\/([^/]+)\.json$/u;
