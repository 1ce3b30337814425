import { element, escaped, XML_HEAD } from "#content/html/xml.ts";
import type { Catalogue, Publication, CatalogueLink } from "./opdsCatalogue.ts";

const NAVIGATION = "application/atom+xml;profile=opds-catalog;kind=navigation";
const ACQUISITION = "application/atom+xml;profile=opds-catalog;kind=acquisition";

/** The relation to a file that everybody may download (OPDS 1.2, 5.4.1). */
export const OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access";
export const EPUB = "application/epub+zip";

/** The text of a catalogue in OPDS 1.2: an Atom feed (RFC 4287) of links to other catalogues, or of publications. */
export function opdsAtom(catalogue: Catalogue): string {
  const { kind, slug, title, publisher, language, updated, up, address, icon } = catalogue;
  const own = address(kind, slug, "atom");
  const entries =
    "links" in catalogue
      ? catalogue.links.map((item) => linkEntry(item, catalogue))
      : catalogue.publications.map((publication) => publicationEntry(publication, publisher));
  return `${XML_HEAD}${element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xmlns:dc": "http://purl.org/dc/terms/", "xml:lang": language },
    text("id", own),
    text("title", title),
    text("updated", updated.toISOString()),
    element("author", {}, text("name", publisher)),
    text("icon", icon),
    link("self", own, "links" in catalogue ? NAVIGATION : ACQUISITION),
    link("start", address("root", "", "atom"), NAVIGATION),
    ...(up === undefined ? [] : [link("up", address(up, "", "atom"), NAVIGATION)]),
    link("alternate", address(kind, slug, "json"), "application/opds+json"),
    ...entries,
  )}\n`;
}

const text = (name: string, value: string): string => element(name, {}, escaped(value));

const link = (rel: string, href: string, type: string, more: Record<string, string> = {}): string =>
  element("link", { rel, href, type, ...more });

function linkEntry({ title, kind, slug, isList, count }: CatalogueLink, { address, updated }: Catalogue): string {
  const href = address(kind, slug, "atom");
  return element(
    "entry",
    {},
    text("id", href),
    text("title", title),
    text("updated", updated.toISOString()),
    element("content", { type: "text" }, `${count}`),
    link(kind === "latest" ? "http://opds-spec.org/sort/new" : "subsection", href, isList ? ACQUISITION : NAVIGATION),
  );
}

function publicationEntry(publication: Publication, publisher: string): string {
  const { id, title, url, size, page, published, updated, language, authors, subjects, summary, picture } = publication;
  return element(
    "entry",
    {},
    text("id", id),
    text("title", title),
    text("updated", updated.toISOString()),
    ...(published.length > DAY_ALONE ? [text("published", published)] : []),
    ...authors.map((name) => element("author", {}, text("name", name))),
    text("dc:language", language),
    text("dc:publisher", publisher),
    text("dc:issued", published),
    ...subjects.map((term) => element("category", { term, label: term })),
    ...(summary === undefined ? [] : [element("summary", { type: "text" }, escaped(summary))]),
    ...(picture
      ? [
          link("http://opds-spec.org/image", picture.url, picture.type),
          link("http://opds-spec.org/image/thumbnail", picture.url, picture.type),
        ]
      : []),
    ...(page === undefined ? [] : [link("alternate", page, "text/html")]),
    link(OPEN_ACCESS, url, EPUB, size > 0 ? { length: `${size}` } : {}),
  );
}

/** The length of a date without a time, in characters; Atom requires a time. */
const DAY_ALONE = 10;
