import type { Site } from "#content/site.ts";
import { headerRules } from "../headers.ts";
import { IN_TARGET } from "./redirectPattern.ts";
import { pairsOf, type Rule } from "./redirectRules.ts";

/** The most redirects that Vercel accepts in one file. */
const VERCEL_MOST = 1024;

/**
 * The text of vercel.json, for a site whose folder is deployed as it is. If there
 * are too many rules, those that only the host can apply come before those that
 * an HTML page covers too; patterns still come last, since the first rule that fits counts.
 */
export function vercelSettings(site: Site, all: Rule[]): string {
  const rules = all.flatMap((rule) => destinationOf(rule.to).map((to) => ({ ...rule, to })));
  const patterns = rules.filter(({ isPattern }) => isPattern).slice(0, VERCEL_MOST);
  const exact = rules.filter(({ isPattern }) => !isPattern);
  const [plain, asked] = [exact.filter(({ query }) => query === undefined), exact.filter(({ query }) => query !== undefined)];
  const redirects = [...asked, ...plain].slice(0, VERCEL_MOST - patterns.length).map(({ path, query, to, status = 301 }) => ({
    source: pattern(path),
    ...(query !== undefined && { has: pairsOf(query).map(([key, value]) => ({ type: "query", key, value: literal(value) })) }),
    destination: to,
    statusCode: status,
  }));
  // Of two rules for one header, the later counts.
  const headers = headerRules(site).map(([path, values]) => ({
    source: `${pattern(site.base)}/${path.slice(1).replace(/\*$/u, "(.*)")}`.replace("//", "/"),
    headers: Object.entries(values).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ cleanUrls: true, trailingSlash: false, headers, redirects: [...redirects, ...patterns.map(ofPattern)] }, null, 1)}\n`;
}

/** For path-to-regexp, "*" is a placeholder like others, of any number of parts. */
function ofPattern({ path, to, status = 301 }: Rule): object {
  const parts = path.split("/").map((part) => (part === "*" ? ":splat*" : part.startsWith(":") ? part : pattern(part)));
  return { source: parts.join("/"), destination: to, statusCode: status };
}

/**
 * A target for path-to-regexp, which reads its signs there too: those that are no placeholders are percent-encoded. One with such signs
 * in its query, where that would change their meaning, is left out.
 */
function destinationOf(to: string): string[] {
  const [, host = "", path = "", query = "", hash = ""] = /^(https?:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/isu.exec(to) ?? [];
  if (/[:()*+?{}\\]/u.test(query.slice(1).replaceAll(IN_TARGET, ""))) return [];
  const encoded = (text: string): string =>
    text.replaceAll(SIGNS, (found) => (found.length > 1 ? found : `%${found.charCodeAt(0).toString(16).toUpperCase()}`));
  return [`${host}${encoded(path)}${query}${encoded(hash)}`.replaceAll(/(?<=[/=]):splat\b/gu, ":splat*")];
}

/** Placeholders, and the signs of path-to-regexp. */
const SIGNS = new RegExp(`${IN_TARGET.source}|[:()*+{}]`, "giu");

/** A path as a pattern of path-to-regexp, with its special characters escaped. */
const pattern = (path: string): string => (path === "/" ? path : path.replace(/\/$/u, "").replace(/[:()*+?{}\\]/gu, "\\$&"));

const literal = (value: string): string => value.replace(/[\\^$.|?*+()[\]{}]/gu, "\\$&");
