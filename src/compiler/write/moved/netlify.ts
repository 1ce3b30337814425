import type { Rule } from "./rules.ts";

/** The text of _redirects, which Netlify and Cloudflare read. Cloudflare cannot tell addresses apart by their query. */
export function netlifyRedirects(rules: Rule[]): string {
  return rules
    .filter(({ query }) => query === undefined)
    .map(({ path, to }) => `${path.replaceAll("*", "%2A").replaceAll("/:", "/%3A")} ${to} 301\n`)
    .join("");
}
