import { subjectPath } from "#content/paths.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";
import { authorOf } from "./publicationOf.ts";
import { tagsOf } from "./postNames.ts";
import type { Tables } from "./tablesOf.ts";

/** Where a link leads now: to the new page of a tag or an author, nowhere for Ghost's admin pages, else as `others` says. */
export type ListLinks = (href: string, others: () => string | undefined) => string | undefined;

/** Maps the list pages of Ghost (`/tag/slug/`, `/author/slug/`) to pages here, for the tags and authors of published posts. */
export function listLinks(published: Raw[], tables: Tables, firstTag: "section" | "topic"): ListLinks {
  const pages = new Map<string, string>();
  const tagged = published.map((post) => tagsOf(scalarText(post["id"]), tables, firstTag));
  for (const { topics } of tagged)
    for (const { slug } of topics) if (slug !== undefined) pages.set(`/tag/${slug}`, subjectPath("topic", slug));
  for (const { section } of tagged)
    if (section?.slug !== undefined) pages.set(`/tag/${section.slug}`, subjectPath("section", section.slug));
  const writers = published.flatMap((post) => tables.authorsOf.get(scalarText(post["id"])) ?? [scalarText(post["author_id"])]);
  for (const id of writers) {
    const slug = authorOf(tables.users.get(id))?.slug;
    if (slug !== undefined) pages.set(`/author/${slug}`, subjectPath("author", slug));
  }
  return (href, others) => {
    const path = pathOf(href, tables.settings.get("url"));
    if (/^\/ghost(?:\/|$)/u.test(path)) return undefined;
    return pages.get(path.replace(/\/page\/\d+\/?$/u, "").replace(/\/$/u, "")) ?? others();
  };
}

/** The path of an address on the site itself. */
function pathOf(href: string, site: string | undefined): string {
  const own =
    site !== undefined && URL.canParse(site) && href.startsWith(new URL(site).origin) ? href.slice(new URL(site).origin.length) : href;
  return own.replace(/[?#].*$/su, "");
}
