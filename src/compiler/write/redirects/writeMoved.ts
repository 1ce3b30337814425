import type { Output } from "../../output/output.ts";
import type { Redirect, Site } from "#content/site.ts";
import { formerFeeds } from "./formerFeeds.ts";
import { rulesOf, type Rule } from "./redirectRules.ts";
import { vercelSettings } from "./vercel.ts";

/**
 * Writes the redirects for hosts that deploy a folder as it is, and as redirects.json, from address to address, for any program.
 * @param prefixes of the editions, "" for the main one
 */
export function writeMoved(redirects: Redirect[], site: Site, prefixes: string[], output: Pick<Output, "write">): void {
  const rules = rulesOf(redirects, site.base);
  const addresses = rules.map(({ path, query, to }) => [query === undefined ? path : `${path}?${query}`, to]);
  const feeds = formerFeeds(site, prefixes);
  output.write("_redirects", netlifyRedirects(rules) + feeds.map(({ path, to }) => `${path} ${to} 301\n`).join(""));
  output.write("redirects.json", JSON.stringify(Object.fromEntries(addresses)));
  output.write("vercel.json", vercelSettings(site, rules, feeds));
}

/** The text of _redirects, which Netlify and Cloudflare read. Rules with a query are left out: Cloudflare cannot match queries. */
function netlifyRedirects(rules: Rule[]): string {
  return rules
    .filter(({ query }) => query === undefined)
    .map(({ path, to }) => `${path.replaceAll("*", "%2A").replaceAll("/:", "/%3A")} ${to} 301\n`)
    .join("");
}
