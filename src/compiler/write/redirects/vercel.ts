import type { Site } from "#content/site.ts";
import { headerRules } from "../headers.ts";
import { pairsOf, type Rule } from "./redirectRules.ts";

/** The most redirects that Vercel accepts in one file. */
const VERCEL_MOST = 1024;

/**
 * The text of vercel.json, for a site whose folder is deployed as it is. If there
 * are too many rules, those that only the host can apply come before those that
 * an HTML page covers too.
 * @param patterns further rules, whose paths are patterns already
 */
export function vercelSettings(site: Site, rules: Rule[], patterns: Rule[] = []): string {
  const [plain, asked] = [rules.filter(({ query }) => query === undefined), rules.filter(({ query }) => query !== undefined)];
  const redirects = [...asked, ...plain].slice(0, VERCEL_MOST - patterns.length).map(({ path, query, to }) => ({
    source: pattern(path),
    ...(query !== undefined && { has: pairsOf(query).map(([key, value]) => ({ type: "query", key, value: literal(value) })) }),
    destination: to,
    statusCode: 301,
  }));
  // Of two rules for one header, the later counts.
  const headers = headerRules(site).map(([path, values]) => ({
    source: `${pattern(site.base)}/${path.slice(1).replace(/\*$/u, "(.*)")}`.replace("//", "/"),
    headers: Object.entries(values).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ cleanUrls: true, trailingSlash: false, headers, redirects: [...redirects, ...patterns.map(({ path, to }) => ({ source: path, destination: to, statusCode: 301 }))] }, null, 1)}\n`;
}

/** A path as a pattern of path-to-regexp, with its special characters escaped. */
const pattern = (path: string): string => (path === "/" ? path : path.replace(/\/$/u, "").replace(/[:()*+?{}\\]/gu, "\\$&"));

const literal = (value: string): string => value.replace(/[\\^$.|?*+()[\]{}]/gu, "\\$&");
