import { isRecord, scalarText } from "../../text/jsonRecord.ts";
import { pageJsonLd } from "./pageJsonLd.ts";
import { datesIn } from "./pageDates.ts";
import { metaOf, texts } from "./metaOf.ts";

/** What a page says about its article: in JSON-LD, Open Graph, `meta` and `time`, in this order of trust. */
export type PageMeta = {
  /** Whether the page says that it is an article. */
  isArticle: boolean;
  headline?: string | undefined;
  standfirst?: string | undefined;
  published: string[];
  modified: string[];
  authors: { name: string; kind?: "desk" }[];
  section?: string | undefined;
  topics: string[];
  picture?: { address: string; alt?: string | undefined } | undefined;
  language?: string | undefined;
  /** The page's own address. */
  canonical?: string | undefined;
  /** What relative addresses are resolved against. */
  base?: string | undefined;
  site?: string | undefined;
};

export function pageMeta(document: Document): PageMeta {
  const ld = pageJsonLd(document);
  const article = ld?.article ?? {};
  const thing = ld?.thing ?? ((value) => value);
  const meta = metaOf(document);
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]).map((each: unknown) => thing(each));
  const urls = (value: unknown) => list(value).flatMap((each) => texts(isRecord(each) ? [each["url"] ?? each["contentUrl"]].flat() : each));
  const site = meta("og:site_name", "application-name")[0];
  const canonical = [...canonicals(document), ...meta("og:url"), ...urls(article["url"]), ...savedFrom(document)].find(isPage);
  const base = document.querySelector("base[href]")?.getAttribute("href") ?? undefined;
  const image = [...urls(article["image"]), ...meta("og:image", "og:image:url", "twitter:image", "twitter:image:src")][0];
  return {
    isArticle: ld !== undefined || meta("og:type").includes("article") || meta("article:published_time").length > 0,
    headline: [...texts(article["headline"]), ...meta("og:title", "twitter:title")][0],
    standfirst: [...texts(article["description"]), ...meta("og:description", "description", "twitter:description")][0],
    ...datesIn(document, article, meta, canonical),
    authors: authorsIn(document, list(article["author"]), meta),
    section: [...texts(article["articleSection"]), ...meta("article:section")][0],
    topics: topicsIn(list(article["keywords"]), meta),
    picture: image === undefined ? undefined : { address: image, alt: meta("og:image:alt", "twitter:image:alt")[0] },
    language: [
      ...texts(article["inLanguage"]),
      document.documentElement.getAttribute("lang") ?? "",
      ...meta("og:locale", "content-language"),
    ].find((text) => text !== ""),
    canonical,
    base: base !== undefined && URL.canParse(base, canonical) ? new URL(base, canonical).href : canonical,
    site,
  };
}

const isPage = (address: string): boolean => /^https?:\/\/[^/]/iu.test(address) && URL.canParse(address);

const canonicals = (document: Document): string[] =>
  texts([...document.querySelectorAll('link[rel~="canonical"]')].map((link) => link.getAttribute("href")));

/** Browsers write the address into the first line of a page that they save. */
function savedFrom(document: Document): string[] {
  const comments = [...document.childNodes, ...document.documentElement.childNodes].filter(({ nodeType }) => nodeType === 8);
  return comments
    .flatMap(
      ({ textContent }) =>
        /saved from url=\(\d+\)(\S+)|^\s*Page saved with SingleFile\s+url:\s*(\S+)/u.exec(textContent ?? "")?.slice(1) ?? [],
    )
    .filter(Boolean);
}

function authorsIn(document: Document, authors: unknown[], meta: (...names: string[]) => string[]): PageMeta["authors"] {
  const named = authors.flatMap((author): PageMeta["authors"] => {
    const isDesk = isRecord(author) && /Organization/u.test(scalarText(author["@type"]));
    return texts(isRecord(author) ? author["name"] : author).map((name) => ({ name, ...(isDesk && { kind: "desk" }) }));
  });
  if (named.length > 0) return named;
  const written = [
    ...meta("author", "article:author", "parsely-author", "dc.creator", "byl"),
    ...texts(
      [...document.querySelectorAll('[rel~="author"], [itemprop~="author"] [itemprop~="name"], .byline .author')].map(
        (element) => element.textContent,
      ),
    ),
  ];
  const names = written
    .map((name) => name.replace(/^\s*by\s+/iu, "").trim())
    .filter((name) => name !== "" && !/^https?:|@/u.test(name) && name.length < 80);
  return [...new Set(names)].map((name) => ({ name }));
}

/** A list, or names separated by commas. */
function topicsIn(keywords: unknown[], meta: (...names: string[]) => string[]): string[] {
  const own = keywords.flatMap((each) => texts(isRecord(each) ? each["name"] : each));
  const found = [own, meta("article:tag"), meta("news_keywords"), meta("keywords")].find((some) => some.length > 0) ?? [];
  const names = found.flatMap((text) => text.split(/\s*[,;]\s*/u)).map((name) => name.replace(/^(?:tag|keyword)s?:/iu, "").trim());
  return [...new Set(names)].filter((name) => name !== "" && name.length < 60).slice(0, 30);
}
