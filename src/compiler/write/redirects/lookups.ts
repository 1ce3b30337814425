import { decoded } from "#content/decoded.ts";
import { bothEnds, pairsOf, type Rule } from "./rules.ts";

/**
 * Old addresses for a server that looks a text up in a table: what the text is
 * made of, and where each leads. "path" is made of the decoded path; "asked" of
 * that, a question mark, and those names with what is asked for them, in this
 * order; "whole" is the address as it was asked for.
 */
export type Lookup = { by: "path" | "asked" | "whole"; names: string[]; to: Map<string, string> };

/**
 * @param valueOf how the server sees a value of a query
 * @returns the most particular first
 */
export function lookupsOf(rules: Rule[], valueOf: (value: string) => string): Lookup[] {
  const lookups = new Map<string, Lookup>();
  for (const { path, query, to } of rules) {
    const { by, names, asked } = keyOf(query, valueOf);
    const id = `${by} ${names.join("&")}`;
    const lookup = lookups.get(id) ?? { by, names, to: new Map<string, string>() };
    lookups.set(id, lookup);
    for (const key of bothEnds(by === "whole" ? path : decoded(path)))
      if (!lookup.to.has(key + asked)) lookup.to.set(key + asked, inAddress(to));
  }
  return [...lookups.values()].toSorted((a, b) => rank(b) - rank(a));
}

/** An address without any sign that a server's file might take for its own. */
export function inAddress(to: string): string {
  return to.replaceAll(/[\s"'`$\\;{}]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

/**
 * The beginning of the addresses of what builds leave beside the folder of a site (cli/stage/sitePlaces.ts). Where that
 * lies below a path, they are in what its host gives away, and hold drafts.
 */
export const besideSite = (base: string): string => base.replace(/([^/]*)\/$/u, ".$1.broadsheet-");

/** A text as a regular expression, in which none of its signs means anything, to the file that it stands in neither. */
export function literal(text: string): string {
  return text.replaceAll(/[^\w/~\-\u0080-\uffff]/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

function keyOf(query: string | undefined, valueOf: (value: string) => string): Pick<Lookup, "by" | "names"> & { asked: string } {
  if (query === undefined) return { by: "path", names: [], asked: "" };
  const pairs = pairsOf(query);
  // A name without a value would be found in every address that lacks it.
  if (!pairs.every(([name, value]) => /^\w+$/u.test(name) && value !== "")) return { by: "whole", names: [], asked: `?${query}` };
  return {
    by: "asked",
    names: pairs.map(([name]) => name),
    asked: `?${pairs.map(([name, value]) => `${name}=${valueOf(value)}`).join("&")}`,
  };
}

const rank = ({ by, names }: Lookup): number => (by === "whole" ? Number.POSITIVE_INFINITY : names.length);
