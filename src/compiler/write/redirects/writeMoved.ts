import type { Edition } from "#content/edition/edition.ts";
import type { Output } from "../../output/output.ts";
import type { Redirect, Site } from "#content/site.ts";
import { formerFeeds } from "./formerFeeds.ts";
import { rulesOf, withAndWithoutSlash, type Rule } from "./redirectRules.ts";
import { vercelSettings } from "./vercel.ts";
import { prefixesOf } from "#content/edition/editions.ts";

/**
 * All redirects of a site as rules: those from old addresses, and those of feeds in former formats.
 * @param editions where the site has several
 */
export const movedRules = (redirects: Redirect[], site: Site, { editions }: Pick<Edition, "editions">): Rule[] => [
  ...rulesOf(redirects, site.base),
  ...formerFeeds(site, prefixesOf(editions)),
];

/** Writes the redirects for hosts that deploy a folder as it is, and as redirects.json, from address to address, for any program. */
export function writeMoved(redirects: Redirect[], site: Site, edition: Pick<Edition, "editions">, output: Pick<Output, "write">): void {
  const rules = movedRules(redirects, site, edition);
  const exact = rules.filter(({ isPattern }) => !isPattern);
  const addresses = exact.map(({ path, query, to, status }) => [
    query === undefined ? path : `${path}?${query}`,
    status === undefined ? to : { to, status },
  ]);
  output.write(
    "_redirects",
    redirectLines(rules)
      .map((line) => `${line}\n`)
      .join(""),
  );
  output.write("redirects.json", JSON.stringify(Object.fromEntries(addresses)));
  output.write("vercel.json", vercelSettings(site, rules));
}

/**
 * The lines of _redirects, which Netlify and Cloudflare read; the first that fits counts. Rules with a query are left out: Cloudflare
 * cannot match queries. For Cloudflare a pattern fits an address with a slash at its end only if it has one too.
 */
export function redirectLines(rules: Rule[]): string[] {
  const asked = rules.filter(({ query }) => query === undefined);
  const [exact, patterns] = [asked.filter(({ isPattern }) => !isPattern), asked.filter(({ isPattern }) => isPattern)];
  return [
    ...exact.map((rule) => line(rule.path.replaceAll("*", "%2A").replaceAll("/:", "/%3A"), rule)),
    ...patterns.flatMap((rule) =>
      rule.path.endsWith("/*")
        ? [line(rule.path.slice(0, -2), { ...rule, to: withoutSplat(rule.to) }), line(rule.path, rule)]
        : withAndWithoutSlash(rule.path).map((path) => line(path, rule)),
    ),
  ];
}

/** The target for the folder itself, below which "*" stands for nothing. */
const withoutSplat = (to: string): string => to.replace(/(?<=[/=]):splat(?:\/|\b)/u, "").replace(/(?<=^\/.+)\/$/u, "");

const line = (path: string, { to, status = 301 }: Rule): string => `${path} ${to} ${status}`;
