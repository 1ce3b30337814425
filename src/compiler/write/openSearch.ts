import type { Edition } from "#content/edition/edition.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import { element, escaped, XML_HEAD } from "#content/html/xml.ts";

/** The most characters that OpenSearch 1.1 allows; browsers count UTF-16 units. */
const SHORT_NAME = 16;

/** The text of opensearch.xml, with which a browser searches the edition from its address bar. */
export function openSearch(edition: Edition, site: Site): string {
  const description = element(
    "OpenSearchDescription",
    { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
    element("ShortName", {}, escaped(shortName(edition.name))),
    element("Description", {}, escaped(edition.tagline ?? edition.name)),
    element("InputEncoding", {}, "UTF-8"),
    element("Image", { width: "192", height: "192", type: "image/png" }, escaped(absolute(site, "/icon-192.png"))),
    element("Url", { type: "text/html", template: `${absolutePage(site, "/search")}?q={searchTerms}` }),
  );
  return `${XML_HEAD}${description}\n`;
}

/** As much of a name as fits, in whole grapheme clusters: a flag or an accented letter is never split. */
function shortName(name: string): string {
  let short = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(name)) {
    if (short.length + segment.length > SHORT_NAME) break;
    short += segment;
  }
  return short.trimEnd();
}
