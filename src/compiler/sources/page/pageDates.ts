import type { Raw } from "../article/record.ts";
import { texts } from "./metaOf.ts";

/** When a page says that it was published and changed, the most certain first. The day in an address is the last resort. */
export function datesIn(
  document: Document,
  article: Raw,
  meta: (...names: string[]) => string[],
  canonical: string | undefined,
): { published: string[]; modified: string[] } {
  const day = /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)/u.exec(canonical ?? "");
  return {
    published: [
      ...texts([article["datePublished"], article["dateCreated"]]),
      ...meta(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
      ),
      ...meta(
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
      ),
      ...times(document, '[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date, .dt-published'),
      ...times(document, "article time[datetime], main time[datetime], header time[datetime]").slice(0, 1),
      ...(day ? [`${day[1]}-${day[2]}-${day[3]}`] : []),
    ],
    modified: [
      ...texts(article["dateModified"]),
      ...meta("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"),
      ...times(document, '[itemprop~="dateModified"], time.updated'),
    ],
  };
}

const times = (document: Document, selector: string): string[] =>
  texts(
    [...document.querySelectorAll(selector)].map(
      (time) => time.getAttribute("datetime") ?? time.getAttribute("content") ?? time.textContent,
    ),
  );
