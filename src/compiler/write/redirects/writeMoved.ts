import type { Report } from "../../draft/problem.ts";
import type { Output } from "../output.ts";
import type { Redirect } from "#content/site.ts";
import { rulesOf, type Rule } from "./rules.ts";
import { VERCEL_MOST, vercelSettings } from "./vercel.ts";

/** Where old addresses lead, for hosts that take a site as it is; and for any program as redirects.json, from address to address. */
export function writeMoved(redirects: Redirect[], base: string, output: Pick<Output, "write">, report: Report): void {
  const rules = rulesOf(redirects, base);
  const addresses = rules.map(({ path, query, to }) => [query === undefined ? path : `${path}?${query}`, to]);
  output.write("_redirects", netlifyRedirects(rules));
  output.write("redirects.json", JSON.stringify(Object.fromEntries(addresses)));
  output.write("vercel.json", vercelSettings(rules));
  if (rules.length > VERCEL_MOST) {
    const message = `There are ${rules.length} old addresses, and Vercel takes ${VERCEL_MOST}: the others are led on by their HTML page alone there.`;
    report({ severity: "notice", file: ".", message });
  }
}

/** The text of _redirects, which Netlify and Cloudflare read. Cloudflare cannot tell addresses apart by their query. */
function netlifyRedirects(rules: Rule[]): string {
  return rules
    .filter(({ query }) => query === undefined)
    .map(({ path, to }) => `${path.replaceAll("*", "%2A").replaceAll("/:", "/%3A")} ${to} 301\n`)
    .join("");
}
