import { type Brand, PALETTES } from "#content/brand.ts";
import type { Edition } from "#content/edition/edition.ts";
import { frontPath, latestPath } from "#content/paths.ts";
import { below, belowPages, type Site } from "#content/site.ts";

/** The JSON of manifest.webmanifest, with which the edition can be installed as an app. */
export function webManifest(edition: Edition, site: Site, brand?: Brand): string {
  const paper = brand?.frame.light ?? PALETTES.light["paper"];
  const png = (name: string, size: number): object => ({ src: below(site, `/${name}`), sizes: `${size}x${size}`, type: "image/png" });
  const manifest = {
    id: belowPages(site, frontPath),
    name: edition.name,
    short_name: edition.name,
    description: edition.tagline,
    lang: edition.language,
    dir: edition.direction,
    start_url: belowPages(site, frontPath),
    scope: site.base,
    display: "standalone",
    background_color: paper,
    theme_color: paper,
    categories: ["news"],
    icons: [
      ...(brand?.icon === "bitmap" ? [] : [{ src: below(site, "/icon.svg"), sizes: "any", type: "image/svg+xml" }]),
      png("icon-192.png", 192),
      png("icon-512.png", 512),
      { ...png("icon-maskable-512.png", 512), purpose: "maskable" },
    ],
    shortcuts: [
      ...(edition.home ? [] : [{ name: "Latest", url: belowPages(site, latestPath) }]),
      { name: "Search", url: belowPages(site, "/search") },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
