import { type Article, SlugSchema } from "#content/article.ts";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { articlePath, dataFile, editionFolder } from "#content/paths.ts";
import * as v from "valibot";
import { address, fileUrl, pageUrl, siteData } from "../../../../edition/address.ts";
import { fetchInTime } from "../../../../data/fetchInTime.ts";

/** Where the paper is published: the addresses that its pages begin with, and the prefixes of its editions. */
export type Site = { roots: URL[]; prefixes: string[] };

/** A story of this paper; without a connection, only its slug is known. */
export type OwnStory = { slug: string; article?: Article };

/** Tracking parameters, which do not identify a page. */
const TRACKERS = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|ref_src|cmpid|at_\w+|mtm_\w+|pk_\w+)$/iu;

/** The site's current address, and the canonical one of its front page if this is a copy. @param prefixes of the site's editions */
export async function ownSite(prefixes: readonly string[]): Promise<Site> {
  const here = new URL(fileUrl("/"), location.href).href;
  const front = await textAt(pageUrl("/"));
  const named = canonicalIn(front ?? "");
  const { prefix } = address();
  const root = named && URL.canParse(named, here) ? new URL(named, here).href.replace(/\/$/u, "") : undefined;
  const published = root !== undefined && root.endsWith(prefix) ? `${root.slice(0, root.length - prefix.length)}/` : here;
  return { roots: [...new Set([here, published])].map((root) => new URL(root)), prefixes: [...new Set([prefix, "", ...prefixes])] };
}

/** The path in the site of an address of this paper, with its query except trackers; undefined for every other address. */
export function pathIn({ roots }: Site, url: string): string | undefined {
  const { host, pathname, searchParams } = new URL(url);
  const root = roots.find((candidate) => plainHost(candidate.host) === plainHost(host) && inside(pathname, candidate.pathname));
  if (!root) return undefined;
  const query = [...searchParams].filter(([name]) => !TRACKERS.test(name));
  // With two slashes it would be the address of another host.
  const path = `/${pathname.slice(root.pathname.length).replace(/^\/+/u, "")}`;
  return query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path;
}

const plainHost = (host: string): string => host.toLowerCase().replace(/^www\./u, "");

const inside = (path: string, root: string): boolean => path.startsWith(root) || `${path}/` === root;

/**
 * The story whose page is, or once was, at a path of this site.
 * @returns undefined if there is none
 */
export async function storyAt(site: Site, path: string): Promise<OwnStory | undefined> {
  const named = slugIn(site, path);
  const story = named && (await fetchStory(named.slug, [named.prefix, ...site.prefixes]));
  if (story) return story;
  const moved = await movedTo(site, path);
  return moved && (await fetchStory(moved.slug, [moved.prefix, ...site.prefixes]));
}

/** The slug in the path of a story's page, its versions, or the pages and posts of a live blog, with or without ".html". */
function slugIn({ prefixes }: Site, path: string): { slug: string; prefix: string } | undefined {
  const [name = ""] = path.split("?");
  for (const prefix of prefixes) {
    const found = name.startsWith(`${prefix}/article/`)
      ? /^([^/]+?)(?:\.html)?(?:\/.*)?$/u.exec(name.slice(`${prefix}/article/`.length))
      : null;
    const slug = found?.[1] && decoded(found[1]);
    if (v.is(SlugSchema, slug)) return { slug, prefix };
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A story by its slug, from the first edition that has it; only the slug without a connection, or if the host is overloaded. */
export async function fetchStory(slug: string, prefixes: readonly string[]): Promise<OwnStory | undefined> {
  for (const prefix of new Set(prefixes)) {
    const answer = await fetchInTime(siteData() + editionFolder(prefix) + dataFile(articlePath(slug))).catch(() => undefined);
    if (!answer || answer.status === 429 || answer.status >= 500) return { slug };
    const page = answer.ok ? v.safeParse(ArticlePageSchema, await answer.json().catch(() => undefined)) : undefined;
    if (page?.success) return { slug: page.output.article.slug, article: page.output.article };
  }
  return undefined;
}

/** The story that an old address leads to, by the host's redirect or by the canonical link of the page there. */
async function movedTo(site: Site, path: string): Promise<ReturnType<typeof slugIn>> {
  if (path === "/") return undefined;
  const answer = await fetchInTime(fileUrl(path)).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const next = answer.redirected ? answer.url : canonicalIn(await answer.text().catch(() => ""));
  const now =
    next && URL.canParse(next)
      ? pathIn(site, next)
      : next?.startsWith(address().base)
        ? `/${next.slice(address().base.length)}`
        : undefined;
  return now === undefined || now === path ? undefined : slugIn(site, now);
}

async function textAt(url: string): Promise<string | undefined> {
  return fetchInTime(url).then(
    (answer) => (answer.ok ? answer.text() : undefined),
    () => undefined,
  );
}

/** The canonical address that a page of this site declares, as prerender/ writes it. */
const canonicalIn = (html: string): string | undefined => /<link rel="canonical" href="([^"]+)"/u.exec(html)?.[1];
