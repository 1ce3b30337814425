import { below, type Site } from "#content/site.ts";
import { FollowedKindSchema } from "#content/library/record.ts";

const YEAR = 365 * 24 * 60 * 60;
const DAY = 24 * 60 * 60;

/** What guards every page on any host that lets a site say it. */
export const SECURITY = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  // The rest of the policy stands in each page. This part is ignored there (CSP 3, section 3.3).
  "Content-Security-Policy": "frame-ancestors 'none'",
};

/** A browser that was here once comes by TLS alone from then on (RFC 6797). Said only where the site has it. */
export const BY_TLS = { "Strict-Transport-Security": `max-age=${YEAR}` };

/** What guards a site's pages, by its address. */
export function guarding(site: Site): typeof SECURITY & Partial<typeof BY_TLS> {
  return { ...SECURITY, ...(site.url.startsWith("https:") && BY_TLS) };
}

/** A drawing that is opened by itself is a document, and might bring a script along. */
export const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Of all whose bytes change under its name: kept, and asked for anew. */
export const NOT_CACHED = "no-cache";

/** The sentence for programs, and for what a page loads, where nothing is; a reader gets 404.html. No server gives it away by its own address. */
export const NOT_FOUND_FILE = ".hosting/not-found.txt";

/** Their names change with their bytes. */
const FOR_GOOD = { "Cache-Control": `public, max-age=${YEAR}, immutable` };

/** Stories of a numbered page stay, but the names around them may change. Posts of a live blog may be corrected, and are asked for anew. */
const FOR_A_DAY = { "Cache-Control": `public, max-age=${DAY}, stale-while-revalidate=${7 * DAY}` };

/** What may be kept without asking, by a regular expression for the path after the base. The same stands in `headers` in the words of its hosts. */
export const CACHED = [
  { name: "for_good", pattern: "(?:assets|media|pictures)/[^/]+", value: FOR_GOOD["Cache-Control"] },
  {
    name: "for_a_day",
    pattern: `data/(?:latest|(?:${FollowedKindSchema.options.join("|")})/[^/]+|archive/[^/]+/[^/]+)/page/[^/]+`,
    value: FOR_A_DAY["Cache-Control"],
  },
];

/**
 * The text of _headers, which Netlify and Cloudflare read. Both let the star
 * stand at the end only, and join the values of two rules that match: so no
 * address has two rules for its cache.
 */
export function headers(site: Site): string {
  const rules: [string, Record<string, string>][] = [
    ["/*", guarding(site)],
    ["/assets/*", FOR_GOOD],
    ["/media/*", FOR_GOOD],
    ["/pictures/*", FOR_GOOD],
    ["/data/latest/page/*", FOR_A_DAY],
    ...FollowedKindSchema.options.map((kind): [string, typeof FOR_A_DAY] => [`/data/${kind}/:slug/page/*`, FOR_A_DAY]),
    ["/data/archive/:year/:month/page/*", FOR_A_DAY],
  ];
  return rules.map(([path, values]) => `${below(site, path)}\n${lines(values)}`).join("\n");
}

function lines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join("");
}
