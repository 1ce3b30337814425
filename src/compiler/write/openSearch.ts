import type { Edition } from "#content/edition.ts";
import { absolute, type Site } from "./site.ts";
import { element, escaped, XML_HEAD } from "./xml.ts";

/** OpenSearch 1.1 allows so many characters. */
const SHORT_NAME = 16;

/** The text of opensearch.xml, by which a browser searches the edition from its address bar. */
export function openSearch(edition: Edition, site: Site): string {
  const description = element(
    "OpenSearchDescription",
    { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
    element("ShortName", {}, escaped(Array.from(edition.name).slice(0, SHORT_NAME).join(""))),
    element("Description", {}, escaped(edition.tagline ?? edition.name)),
    element("InputEncoding", {}, "UTF-8"),
    element("Image", { width: "192", height: "192", type: "image/png" }, escaped(absolute(site, "/icon-192.png"))),
    element("Url", { type: "text/html", template: `${absolute(site, "/search")}?q={searchTerms}` }),
  );
  return `${XML_HEAD}${description}\n`;
}
