import { inSite } from "#content/paths.ts";
import type { PageAddress } from "../link/page.ts";
import type { Output } from "../output/output.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import { element, escaped, XML_HEAD } from "#content/html/xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The namespace of links to a page in other languages. */
const XHTML = "http://www.w3.org/1999/xhtml";

/** The limits of sitemaps.org are 50,000 addresses and 50 MB per file; the second is given a safety margin. */
const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 45_000_000;

/**
 * Writes sitemap.xml with all pages of an edition, each by its path in the site; for a large edition, sitemap-1.xml,
 * sitemap-2.xml, … and sitemap.xml as their index.
 */
export function writeSitemap(pages: Iterable<PageAddress>, site: Site, output: Pick<Output, "write">): void {
  const file = (name: string): string => inSite(site.prefix ?? "", `/${name}`).slice(1);
  const files = [...parts(pages, site)];
  const [only, ...more] = files;
  if (more.length === 0) {
    output.write(file("sitemap.xml"), only ?? urlset([]));
    return;
  }
  for (const [index, text] of files.entries()) output.write(file(`sitemap-${index + 1}.xml`), text);
  const entries = files.map((_, index) =>
    element("sitemap", {}, element("loc", {}, escaped(absolutePage(site, `/sitemap-${index + 1}.xml`)))),
  );
  output.write(
    file("sitemap.xml"),
    `${XML_HEAD}${element("sitemapindex", { xmlns: NAMESPACE }, "\n", ...entries.map((entry) => `${entry}\n`))}\n`,
  );
}

function* parts(pages: Iterable<PageAddress>, site: Site): Generator<string> {
  let entries: string[] = [];
  let bytes = 0;
  for (const page of pages) {
    const entry = url(page, site);
    if (entries.length === MOST_ADDRESSES || bytes + entry.length > MOST_BYTES) {
      yield urlset(entries);
      entries = [];
      bytes = 0;
    }
    entries.push(entry);
    bytes += entry.length + 1;
  }
  if (entries.length > 0) yield urlset(entries);
}

/** The entry of a page. It is ASCII, since the path is percent-encoded, so its length is also its size in bytes. */
function url({ path, lastModified, alternates = [] }: PageAddress, site: Site): string {
  const loc = `<loc>${escaped(absolute(site, path))}</loc>`;
  const changed = lastModified === undefined ? "" : `<lastmod>${lastModified}</lastmod>`;
  const others = alternates.map(({ language, path: other }) =>
    element("xhtml:link", { rel: "alternate", hreflang: language, href: absolute(site, other) }),
  );
  return `<url>${loc}${changed}${others.join("")}</url>`;
}

function urlset(entries: string[]): string {
  const isLinked = entries.some((entry) => entry.includes("<xhtml:link "));
  return `${XML_HEAD}${element("urlset", { xmlns: NAMESPACE, ...(isLinked && { "xmlns:xhtml": XHTML }) }, "\n", ...entries.map((entry) => `${entry}\n`))}\n`;
}
