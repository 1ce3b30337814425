import type { Catalogue, Publication } from "./opdsCatalogue.ts";
import { EPUB, OPEN_ACCESS } from "./opdsAtom.ts";

const TYPE = "application/opds+json";

/** The text of a catalogue in OPDS 2.0. */
export function opdsJson(catalogue: Catalogue): string {
  const { kind, slug, title, updated, up, address } = catalogue;
  const link = (rel: string, to: string) => ({ rel, href: to, type: TYPE });
  const links = [
    link("self", address(kind, slug, "json")),
    link("start", address("root", "", "json")),
    ...(up === undefined ? [] : [link("up", address(up, "", "json"))]),
    { rel: "alternate", href: address(kind, slug, "atom"), type: "application/atom+xml;profile=opds-catalog" },
  ];
  const items = "links" in catalogue ? catalogue.links : catalogue.publications;
  return `${JSON.stringify({
    metadata: { title, modified: updated.toISOString(), numberOfItems: items.length },
    links,
    ...("links" in catalogue
      ? {
          navigation: catalogue.links.map((item) => ({
            title: item.title,
            href: address(item.kind, item.slug, "json"),
            type: TYPE,
            rel: item.kind === "latest" ? "http://opds-spec.org/sort/new" : "subsection",
            properties: { numberOfItems: item.count },
          })),
        }
      : { publications: catalogue.publications.map((publication) => publicationOf(publication, catalogue.publisher)) }),
  })}\n`;
}

function publicationOf(publication: Publication, publisher: string) {
  const { id, title, url, size, page, published, updated, language, authors, subjects, summary, picture, issueOf } = publication;
  return {
    metadata: {
      "@type": issueOf === undefined ? "http://schema.org/NewsArticle" : "http://schema.org/PublicationIssue",
      identifier: id,
      title,
      author: authors,
      publisher,
      language,
      published,
      modified: updated.toISOString(),
      ...(summary !== undefined && { description: summary }),
      ...(subjects.length > 0 && { subject: subjects }),
      ...(issueOf !== undefined && { belongsTo: { newspaper: issueOf } }),
    },
    links: [
      { rel: OPEN_ACCESS, href: url, type: EPUB, ...(size > 0 && { size }) },
      ...(page === undefined ? [] : [{ rel: "alternate", href: page, type: "text/html" }]),
    ],
    ...(picture && { images: [{ href: picture.url, type: picture.type, width: picture.width, height: picture.height }] }),
  };
}
