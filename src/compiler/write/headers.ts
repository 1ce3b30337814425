import { faultsPath } from "#content/fault.ts";
import { below, type Site } from "#content/site.ts";
import { FollowedKindSchema } from "#content/library/libraryRecord.ts";

const YEAR = 365 * 24 * 60 * 60;
const DAY = 24 * 60 * 60;

/** The security headers of every file, on hosts that let a site set headers. */
export const SECURITY = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  // The rest of the policy is in each page, where this directive would be ignored (CSP 3, section 3.3).
  "Content-Security-Policy": "frame-ancestors 'none'",
};

/** The headers of a site that counts faults, by which browsers report a violation of the policy above, and a page that crashed (Reporting API). */
export const reportingHeaders = (base: string): Record<string, string> => ({
  "Reporting-Endpoints": `default="${base}${faultsPath}"`,
  "Content-Security-Policy": `${SECURITY["Content-Security-Policy"]}; report-to default`,
});

/** A header's value in the quotation marks of nginx, Apache and Caddy. */
export const inQuotes = (value: string): string => `"${value.replaceAll('"', String.raw`\"`)}"`;

/** After one visit a browser uses only TLS (RFC 6797). Sent only if the site is served with TLS. */
export const BY_TLS = { "Strict-Transport-Security": `max-age=${YEAR}` };

/** The headers of every file of a site: those of security, by its address, and what the paper says to crawlers. */
export function siteHeaders(site: Site): typeof SECURITY & Record<string, string> {
  return { ...SECURITY, ...(site.url.startsWith("https:") && BY_TLS), ...site.headers };
}

/** For SVG files: one that is opened directly is a document, and might contain a script. */
export const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** For files whose bytes change under the same name: they may be stored, but must be revalidated. */
export const NOT_CACHED = "no-cache";

/** The body of a 404 for programs and subresources; readers get 404.html. No server serves it at its own address. */
export const NOT_FOUND_FILE = ".hosting/not-found.txt";

/** For files whose names change with their bytes. */
const FOR_GOOD = { "Cache-Control": `public, max-age=${YEAR}, immutable` };

/** For numbered pages: their stories stay, but the names around them may change. Not for posts of live blogs, which may be corrected. */
const FOR_A_DAY = { "Cache-Control": `public, max-age=${DAY}, stale-while-revalidate=${7 * DAY}` };

/** What may be cached without revalidation, by a regular expression for the path after the base. `headers` says the same for its hosts. */
export const CACHED = [
  { name: "for_good", pattern: "(?:assets|media|pictures)/[^/]+", value: FOR_GOOD["Cache-Control"] },
  {
    name: "for_a_day",
    pattern: `data/(?:latest|(?:${FollowedKindSchema.options.join("|")})/[^/]+|archive/[^/]+/[^/]+)/page/[^/]+`,
    value: FOR_A_DAY["Cache-Control"],
  },
];

/** How long a file may be cached. @param file its path after the base */
export const cacheOf = (file: string): string => CACHED_FILES.find(({ pattern }) => pattern.test(file))?.value ?? NOT_CACHED;

const CACHED_FILES = CACHED.map(({ pattern, value }) => ({ pattern: new RegExp(`^${pattern}$`, "u"), value }));

/**
 * The headers of files by their paths after the base, for hosts that take such a list: a star stands for anything, but only at the end.
 * Some of them join the values of all rules that match, so no address has two rules for its cache.
 */
export function headerRules(site: Site): [path: string, values: Record<string, string>][] {
  return [
    ["/*", siteHeaders(site)],
    ["/assets/*", FOR_GOOD],
    ["/media/*", FOR_GOOD],
    // No rule can be for drawings alone. To other pictures the policy means nothing.
    ["/pictures/*", { ...FOR_GOOD, "Content-Security-Policy": DRAWING_POLICY }],
    ["/icon.svg", { "Content-Security-Policy": DRAWING_POLICY }],
    // Other sites may read data.
    ["/data/*", { "Access-Control-Allow-Origin": "*" }],
    ["/data/latest/page/*", FOR_A_DAY],
    ...FollowedKindSchema.options.map((kind): [string, typeof FOR_A_DAY] => [`/data/${kind}/:slug/page/*`, FOR_A_DAY]),
    ["/data/archive/:year/:month/page/*", FOR_A_DAY],
  ];
}

/** The text of _headers, which Netlify and Cloudflare read. A second policy adds to the first (CSP 3, section 8.1). */
export const headers = (site: Site): string =>
  headerRules(site)
    .map(([path, values]) => `${below(site, path)}\n${lines(values)}`)
    .join("\n");

function lines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join("");
}
