import { posix } from "node:path";
import type { BodyContext } from "../../body/bodyContext.ts";
import { cleanText } from "../../text/cleanText.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import { instantOf } from "../../text/instantOf.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { fileName } from "../../text/fileName.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { withMedia } from "../feed/withMedia.ts";
import { withoutSiteName } from "../fields/siteNameSuffix.ts";
import { dateWithin } from "./dateWithin.ts";
import { withoutFurniture } from "./furniture.ts";
import { type PageMeta, pageMeta } from "./pageMeta.ts";
import { pageText } from "./pageText.ts";

/** A page as a draft, or why it cannot be one, as a full sentence. */
export function pageDraft(document: Document, where: ArchivePlace, given: ArchiveContext): Draft | { reason: string } {
  const meta = pageMeta(document);
  const text = pageText(document, meta.isArticle, meta.published.length > 0);
  if ("reason" in text) return text;
  const context = besideThePage(given, where.file);
  const { body, reportPublication } = reader(context, where, meta);
  const title = line(meta.headline ?? text.title);
  const headline = title && withoutSiteName(title, given.siteNameSuffix, meta.site);
  const authors = authorsOf(meta, text.byline);
  const names = [headline, title, meta.section, meta.site, ...authors.map(({ name }) => name)].filter((name) => name !== undefined);
  const read = withoutFurniture(htmlToBlocks(text.html, body), names, meta.canonical);
  if (read.length === 0) return { reason: "The page holds no article that could be found." };
  const warn = (message: string) => context.report({ severity: "warning", file: where.file, place: where.place, message });
  const picture = meta.picture && { ...meta.picture, kind: "picture" as const };
  const { blocks, image } = withMedia(read, { media: picture ? [picture] : [], base: meta.base }, { context, body, warn });
  reportPublication();
  const standfirst = line(meta.standfirst);
  return {
    file: where.file,
    slug: slugOf(meta.canonical, where.file),
    headline,
    standfirst: standfirst === undefined || isBeginning(standfirst, blocks) ? undefined : standfirst,
    body: blocks,
    section: meta.section === undefined ? undefined : { name: cleanText(meta.section) },
    authors,
    ...datesOf(meta, context.settings.timeZone),
    topics: meta.topics.map((name) => ({ name: cleanText(name) })),
    places: [],
    image,
    inLanguage: meta.language,
    corrections: [],
    citations: [],
    oldUrls: [meta.canonical ?? `/${where.file}`],
  };
}

/** A browser saves pictures beside the page; a mirror of a site keeps them at their original paths. */
function besideThePage(context: ArchiveContext, file: string): ArchiveContext {
  return {
    ...context,
    picture: (reference, base) => {
      const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(reference);
      const beside = isRelative
        ? context.picture(reference.startsWith("/") ? reference : posix.join(posix.dirname(file), reference))
        : undefined;
      return beside && "picture" in beside ? beside : context.picture(reference, base);
    },
  };
}

/** How a page is read. `reportPublication` is called once the page has turned out to be an article. */
function reader(context: ArchiveContext, where: ArchivePlace, meta: PageMeta): { body: BodyContext; reportPublication: () => void } {
  const body = { ...context.body(where, meta.base), picture: (reference: string) => context.picture(reference, meta.base) };
  const site = line(meta.site);
  return { body, reportPublication: () => site !== undefined && context.publication({ name: site }) };
}

const line = (text: string | undefined): string | undefined =>
  cleanText(text ?? "")
    .replace(/\s+/gu, " ")
    .trim() || undefined;

function authorsOf({ authors }: PageMeta, byline: string | undefined): Draft["authors"] {
  if (authors.length > 0) return authors.map((author) => ({ ...author, name: cleanText(author.name) }));
  const name = line(byline)?.replace(/^by\s+/iu, "");
  return name === undefined || name.length > 80 || /^https?:/u.test(name) ? [] : [{ name }];
}

function datesOf({ published, modified }: PageMeta, timeZone: string): Pick<Draft, "datePublished" | "dateModified"> {
  const readable = (dates: string[]) =>
    dates.flatMap((date) => [date, dateWithin(date) ?? ""]).find((date) => instantOf(date, timeZone) !== undefined);
  return { datePublished: readable(published) ?? published[0], dateModified: readable(modified) };
}

function slugOf(canonical: string | undefined, file: string): string {
  const path = canonical === undefined ? file : new URL(canonical).pathname;
  const name = path
    .split("/")
    .findLast((part) => part !== "" && !/^index\.\w+$/u.test(part))
    ?.replace(/\.(?:x?html?|php|aspx?)$/iu, "");
  return name !== undefined && /[a-z]{3}/iu.test(name) ? name : fileName(file).slug;
}
