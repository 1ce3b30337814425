import type { Raw } from "../../text/jsonRecord.ts";
import { dateWithin } from "./dateWithin.ts";
import { valuesInJsonLd } from "./pageJsonLd.ts";
import { texts } from "./metaOf.ts";

/** The dates on which a page says it was published and changed, the most reliable first. Visible text is the last resort. */
export function datesIn(
  document: Document,
  article: Raw,
  meta: (...names: string[]) => string[],
  canonical: string | undefined,
): { published: string[]; modified: string[] } {
  const day = /\/((?:19|20)\d\d)[/-]([a-z]{3}|0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)/u.exec(canonical ?? "");
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
      ...texts(valuesInJsonLd(document, "datePublished")),
      ...namedMeta(document),
      ...marked(document),
      ...times(document, "time[datetime]").slice(0, 1),
      ...(day ? [day[2]?.length === 3 ? `${day[3]} ${day[2]} ${day[1]}` : `${day[1]}-${day[2]}-${day[3]}`] : []),
      ...besideHeadline(document),
    ],
    modified: [
      ...texts([article["dateModified"], ...valuesInJsonLd(document, "dateModified")]),
      ...meta("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"),
      ...times(document, '[itemprop~="dateModified"], time.updated'),
    ],
  };
}

const times = (document: Document, selector: string): string[] =>
  texts([...document.querySelectorAll(selector)].filter(isOfPage).flatMap(written));

/** The date for programs, then the visible text, and the date within that. */
function written(element: Element): string[] {
  const own = ["datetime", "content", "value", "title"].map((name) => element.getAttribute(name) ?? "");
  const text = element.textContent.replace(/\s+/gu, " ").trim();
  return [...own, text, dateWithin(text) ?? ""];
}

/** A date in a list of other stories, an advertisement or a comment is not that of the page. */
const isOfPage = (element: Element): boolean =>
  element.closest("aside, nav, footer, li, [class*=related], [class*=comment], [class*=recommend]") === null;

/** Values under names that publishers' own programs use: "sn-post-date". */
const namedMeta = (document: Document): string[] =>
  texts(
    [...document.querySelectorAll("meta[name], meta[property]")]
      .filter((each) => PUBLISHED.test(each.getAttribute("name") ?? each.getAttribute("property") ?? ""))
      .map((each) => each.getAttribute("content")),
  );

const PUBLISHED =
  /(?:^|[-_:.\s])(?:pub|publish|published|publication|post|posted|article|story|entry|created?|display|release)[-_:.]?(?:date|time|datetime|timestamp|on|at)(?:$|[-_\s])/iu;

/** Dates in elements whose class or id says that they hold one, in document order. */
function marked(document: Document): string[] {
  const named = [
    ...document.querySelectorAll('[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [id*="date" i]'),
  ];
  const isNamed = (element: Element) => [element.getAttribute("class"), element.id].some((name) => PUBLISHED.test(name ?? ""));
  const isPlain = (element: Element) =>
    /(?:^|\s)(?:date|datetime|dateline|published|posted|timestamp)(?:$|\s)/iu.test(element.getAttribute("class") ?? "");
  const own = named.filter((element) => isOfPage(element) && element.textContent.length < LONGEST);
  return texts(
    [...own.filter(isNamed), ...own.filter(isPlain)].flatMap((element) => [element.getAttribute("value") ?? "", ...written(element)]),
  );
}

/** In characters: an element with more text holds more than a date and its labels. */
const LONGEST = 200;

/** The date in the lines around the headline, above the first paragraph: the date of the page, not one in the site's header. */
function besideHeadline(document: Document): string[] {
  const title = folded(document.title);
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, dt, [class*="title" i]')].filter(({ textContent }) => {
    const text = folded(textContent);
    return text.length >= SHORTEST && text.length < LONGEST && title.includes(text);
  });
  return headings.slice(0, MOST).flatMap((heading) => dateAfter(heading) ?? []);
}

function dateAfter(heading: Element): string | undefined {
  const lines = [heading.previousSibling, ...following(heading)].map((node) => (node?.textContent ?? "").replace(/\s+/gu, " ").trim());
  const end = lines.findIndex((line, index) => index > 0 && line.length > LONGEST);
  const around = [...lines.slice(0, end === -1 ? lines.length : end), ...(end === -1 ? [] : [(lines[end] ?? "").slice(0, LONGEST)])];
  return around.map(dateWithin).find((date) => date !== undefined);
}

const folded = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/** In characters: a shorter text may be part of any title. */
const SHORTEST = 12;

/** The nodes that follow a heading or one of the few elements around it. */
function following(heading: Element): Node[] {
  const found: Node[] = [];
  for (let at: Element | null = heading, up = 0; at !== null && up < HIGHEST; at = at.parentElement, up += 1)
    for (let next = at.nextSibling; next !== null && found.length < MOST; next = next.nextSibling)
      if ((next.textContent ?? "").trim() !== "") found.push(next);
  return found;
}

const HIGHEST = 4;
const MOST = 16;
