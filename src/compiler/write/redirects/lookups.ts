import { decoded } from "#content/decoded.ts";
import { keepsQuery, withAndWithoutSlash, pairsOf, type Rule } from "./redirectRules.ts";

/**
 * Old addresses for a server that looks up a key in a table: the form of the key,
 * and the target of each. "path" is the decoded path; "asked" is that path, a
 * question mark, and the query parameters in `names` with their values, in this
 * order; "whole" is the address as requested. `keepsQuery`: the targets take over the query of the request.
 */
export type Lookup = {
  by: "path" | "asked" | "whole";
  names: string[];
  to: Map<string, string>;
  status: number;
  keepsQuery: boolean;
};

/**
 * Groups rules into tables, apart from patterns.
 * @param valueOf gives a query value as the server sees it
 * @returns the most specific first
 */
export function lookupsOf(rules: Rule[], valueOf: (value: string) => string): Lookup[] {
  const lookups = new Map<string, Lookup>();
  for (const rule of rules.filter(({ isPattern }) => !isPattern)) {
    const { path, query, to, status = 301 } = rule;
    const { by, names, asked } = keyOf(query, valueOf);
    const id = `${by} ${names.join("&")} ${status} ${keepsQuery(rule)}`;
    const lookup = lookups.get(id) ?? { by, names, to: new Map<string, string>(), status, keepsQuery: keepsQuery(rule) };
    lookups.set(id, lookup);
    for (const key of withAndWithoutSlash(by === "whole" ? path : decoded(path)))
      if (!lookup.to.has(key + asked)) lookup.to.set(key + asked, encodedForConfig(to));
  }
  return [...lookups.values()].toSorted((a, b) => rank(b) - rank(a));
}

/** Percent-encodes the characters of an address that have a meaning in a server's configuration. */
export function encodedForConfig(to: string): string {
  return to.replaceAll(/[\s"'`$\\;{}]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

/**
 * The prefix of the addresses of the folders that builds leave beside a site's folder (cli/stage/sitePlaces.ts). They
 * contain drafts, and if the site is below a path, its host would serve them.
 */
export const stagePrefix = (base: string): string => base.replace(/([^/]*)\/$/u, ".$1.broadsheet-");

/** A text as a regular expression, with every character escaped that has a meaning there or in the configuration around it. */
export function regexLiteral(text: string): string {
  return text.replaceAll(/[^\w/~\-\u0080-\uffff]/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

function keyOf(query: string | undefined, valueOf: (value: string) => string): Pick<Lookup, "by" | "names"> & { asked: string } {
  if (query === undefined) return { by: "path", names: [], asked: "" };
  const pairs = pairsOf(query);
  // A parameter without a value would match every address that lacks it.
  if (!pairs.every(([name, value]) => /^\w+$/u.test(name) && value !== "")) return { by: "whole", names: [], asked: `?${query}` };
  return {
    by: "asked",
    names: pairs.map(([name]) => name),
    asked: `?${pairs.map(([name, value]) => `${name}=${valueOf(value)}`).join("&")}`,
  };
}

const rank = ({ by, names }: Lookup): number => (by === "whole" ? Number.POSITIVE_INFINITY : names.length);
