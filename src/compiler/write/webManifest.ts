import type { Edition } from "#content/edition.ts";
import { latestPath } from "#content/paths.ts";
import { below, type Site } from "#content/site.ts";

/** The colour --paper of the light theme. */
const PAPER = "#fdfdfb";

/** The JSON of manifest.webmanifest, by which the edition can be installed as an app. */
export function webManifest(edition: Edition, site: Site): string {
  const png = (name: string, size: number): object => ({ src: below(site, `/${name}`), sizes: `${size}x${size}`, type: "image/png" });
  const manifest = {
    id: site.base,
    name: edition.name,
    short_name: edition.name,
    description: edition.tagline,
    lang: edition.language,
    dir: edition.direction,
    start_url: site.base,
    scope: site.base,
    display: "standalone",
    background_color: PAPER,
    theme_color: PAPER,
    categories: ["news"],
    icons: [
      { src: below(site, "/icon.svg"), sizes: "any", type: "image/svg+xml" },
      png("icon-192.png", 192),
      png("icon-512.png", 512),
      { ...png("icon-maskable-512.png", 512), purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Latest", url: below(site, latestPath) },
      { name: "Search", url: below(site, "/search") },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
