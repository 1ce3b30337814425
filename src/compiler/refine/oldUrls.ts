import { decoded } from "#content/decoded.ts";
import { articlePath } from "#content/paths.ts";
import { dottedSlug, slug as slugOf } from "#content/slug.ts";
import { isAddressPattern } from "../text/addressPattern.ts";
import { wikiAddress } from "../text/wikiAddress.ts";
import { fileName } from "../text/fileName.ts";
import { formOf } from "../reading/markdown/forms.ts";
import type { Identified } from "./ids.ts";

/** The fields from which the addresses of an article are made. */
export type Addressed = Pick<Identified, "headline" | "slug" | "file" | "oldUrls" | "url" | "section" | "datePublished">;

/**
 * The former addresses of an article, at which it must still be found: paths of
 * a former site, or full addresses. Patterns (":year", "{{ slug }}") are left out.
 */
export function oldUrls(draft: Addressed): string[] {
  const own = articlePath(draft.slug);
  const written = draft.oldUrls.filter((url) => !isAddressPattern(url)).map(fromRoot);
  return [
    ...new Set([
      ...written,
      ...written.flatMap((url) => numberedUrls(url, draft)),
      ...written.flatMap((url) => routedUrls(url, draft)),
      ...datedUrls(draft),
      ...folderUrls(draft),
      ...dottedUrls(draft),
    ]),
  ]
    .map((url) => url.replaceAll(/\s/gu, "%20"))
    .filter((url) => url !== own);
}

/** Addresses that links inside an archive use, though nobody outside knows them. */
export function impliedUrls({ file, slug, oldUrls: aliases }: Addressed): string[] {
  const { date, slug: named } = fileName(file);
  const note = file.replace(/\.\w+$/u, "").replace(/^(?:.*\/)?content\//u, "");
  const names = [
    ...new Set([
      note,
      note.replace(/\/_?index$/u, ""),
      note.replace(/^.*\//su, ""),
      named,
      ...aliases.flatMap((alias) => decoded(/^\/?([^/]+)\/?$/u.exec(alias)?.[1] ?? "") || []),
    ]),
  ].map(wikiAddress);
  return [...names, ...(date === undefined ? [] : [`/${named}`, `/${slug}`])];
}

/**
 * Digital Journal knew an article by a number under several addresses:
 * /article/304791, /print/article/304791 and /crime/operation-rescue/article/304791.
 */
function numberedUrls(url: string, { section, slug }: Addressed): string[] {
  const [, number] = /^(?:https?:\/\/[^/?#]+)?\/(?:[^?#]*\/)?article\/(\d{3,})\/?$/iu.exec(url) ?? [];
  if (number === undefined) return [];
  const inSection = section && `/${section.slug ?? slugOf(section.name)}/${slug}/article/${number}`;
  return [`/article/${number}`, `/print/article/${number}`, ...(inSection === undefined ? [] : [inSection])];
}

/** In Docusaurus, a path as `slug` is below that of its section. */
function routedUrls(url: string, { file }: Addressed): string[] {
  const [, section] = /(?:^|\/)(docs|blog)\//u.exec(file) ?? [];
  return section === undefined || !url.startsWith("/") || url.startsWith(`/${section}/`) ? [] : [`/${section}${url}`];
}

/**
 * A file name that starts with a date is Jekyll's, whose posts are at /year/month/day/title/, below any folders above _posts; Docusaurus'
 * are below blog/.
 */
function datedUrls({ file, datePublished }: Addressed): string[] {
  const { date, slug } = fileName(file);
  if (date === undefined) return [];
  const [, above = ""] = /^(.+\/)_posts\//u.exec(file) ?? /^((?:[^/]+\/)*blog\/)[^/]+$/u.exec(file) ?? [];
  return [date, datePublished.slice(0, 10)].flatMap((day) => {
    const path = `${day
      .split("-")
      .map((part) => part.padStart(2, "0"))
      .join("/")}/${slug}/`;
    return [`/${path}`, ...(above === "" ? [] : [`/${above}${path}`])];
  });
}

/** Hugo and Astro publish content/posts/title.md, and content/posts/title/index.md, at /posts/title/; Next publishes public/. */
function folderUrls({ file, slug }: Addressed): string[] {
  const [, path] = /(?:^|\/)(?:content|public)\/(.+?)(?:\/index)?\.\w+$/iu.exec(file) ?? [];
  if (path === undefined || formOf(file) === undefined) return [];
  return [`/${path}/`, `/${path.replace(/[^/]+$/u, slug)}/`];
}

/** The address that earlier versions made of a headline with "İ". */
function dottedUrls({ headline, slug, datePublished }: Addressed): string[] {
  const before = dottedSlug(headline, datePublished);
  const now = before === undefined ? undefined : slugOf(headline);
  return before !== undefined && now !== undefined && slug.startsWith(now) ? [articlePath(slug.replace(now, before))] : [];
}

const fromRoot = (url: string): string => (/^(?:https?:\/\/|\/)/iu.test(url) ? url : `/${url}`);
