import type { Draft } from "../../draft/draft.ts";
import { htmlToInlines } from "../../body/htmlToBlocks.ts";
import { filled, type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import type { ListLinks } from "./listLinks.ts";
import { plain } from "./plain.ts";
import { postBody } from "./postBody.ts";
import { authorsOf, tagsOf } from "./postNames.ts";
import { rootRelative } from "./rootRelative.ts";
import type { Tables } from "./tablesOf.ts";
import { instantOf } from "../../text/instantOf.ts";
import { offsetIn } from "../../text/offsetIn.ts";

/** What reading one post needs to know. */
export type PostContext = { tables: Tables; where: ArchivePlace; context: ArchiveContext; timeZone: string; listLinks: ListLinks };

/** One published post as a draft. */
export function postDraft(post: Raw, { tables, where, context, timeZone, listLinks }: PostContext): Draft {
  const id = scalarText(post["id"]);
  const fields: Raw = { ...tables.metaOf.get(id), ...filled(post) };
  const text = (...keys: string[]) => keys.map((key) => plain(fields[key])).find((value) => value !== "");
  const { section, topics } = tagsOf(id, tables, context.options.firstTag ?? "section");
  const site = tables.settings.get("url");
  const slug = text("slug");
  const base = site !== undefined && URL.canParse(site) ? new URL(`/${slug ?? ""}/`, site).href : undefined;
  const outer = context.body(where, base);
  const body = { ...outer, link: (href: string) => listLinks(href, () => outer.link(href)) };
  const headline = text("title");
  const published = text("published_at", "created_at");
  const reference = text("feature_image", "image");
  const canonical = rootRelative(text("canonical_url") ?? "");
  const blocks = postBody(fields, body, where, context.report);
  return {
    ...where,
    id: id || undefined,
    slug,
    headline: headline === "(Untitled)" ? undefined : headline,
    standfirst: text("custom_excerpt"),
    section,
    authors: authorsOf(post, tables, where, context),
    datePublished: published,
    dateModified: text("updated_at"),
    topics,
    places: [],
    image:
      reference === undefined
        ? undefined
        : leadPicture(
            {
              reference: rootRelative(reference),
              alt: text("feature_image_alt") ?? "",
              caption: htmlToInlines(rootRelative(text("feature_image_caption") ?? ""), body),
            },
            where,
            context,
            base,
          ),
    inLanguage: text("locale", "language"),
    corrections: [],
    citations: [],
    url: URL.canParse(canonical) && /^https?:/iu.test(canonical) ? canonical : undefined,
    oldUrls: slug === undefined ? [] : oldAddresses(slug, published, { settings: tables.settings, timeZone, id }),
    body: blocks,
    empty: blocks.length === 0 ? "It has no text." : undefined,
  };
}

/**
 * The addresses that a post may have had: its slug, Ghost's default; its date and
 * slug, from "Use dates in permalinks"; and the form that old settings name
 * (`permalinks`, such as "/:year/:month/:slug/").
 */
function oldAddresses(
  slug: string,
  published: string | undefined,
  { settings, timeZone, id }: { settings: Map<string, string>; timeZone: string; id: string },
): string[] {
  const instant = published === undefined ? undefined : instantOf(published, timeZone);
  const day = instant === undefined ? undefined : dayOf(instant, timeZone);
  const parts: Record<string, string | undefined> = { ...day, slug, id };
  const fill = (pattern: string): string[] => {
    const path = pattern.replace(/:(\w+)/gu, (all, name: string) => parts[name] ?? all);
    return /:\w/u.test(path) ? [] : [path];
  };
  const configured = settings.get("permalinks") ?? "";
  const forms = ["/:slug/", "/:year/:month/:day/:slug/", ...(configured.startsWith("/") ? [configured] : [])];
  return [...new Set([...forms.flatMap(fill), ...(settings.get("amp") === "true" ? [`/${slug}/amp/`] : [])])];
}

/** The calendar date in a time zone. */
function dayOf(instant: string, timeZone: string): { year: string; month: string; day: string } {
  const utc = Date.parse(instant);
  const [year = "", month = "", day = ""] = new Date(utc + offsetIn(timeZone, utc) * 60_000).toISOString().slice(0, 10).split("-");
  return { year, month, day };
}
