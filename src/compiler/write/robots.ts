import { absolute, type Site } from "#content/site.ts";

/** The text of robots.txt: everything may be read; where the sitemaps are, once the edition has an address. */
export function robots(site: Site, published: boolean): string {
  const sitemaps = ["/sitemap.xml", "/news-sitemap.xml"].map((path) => `Sitemap: ${absolute(site, path)}`);
  return ["User-agent: *", "Disallow:", ...(published ? ["", ...sitemaps] : []), ""].join("\n");
}
