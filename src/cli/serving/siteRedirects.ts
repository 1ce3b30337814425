import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decoded } from "#content/decoded.ts";

/** Finds the new address for an old one: a path with the base. It keeps the query, unless the rule matched by it. */
export type Moved = (path: string, search: string) => string | undefined;

/**
 * The redirects of a site: those of the build (redirects.json), and those of the
 * file that static hosts read (_redirects), to which a publisher may have added more.
 */
export function readRedirects(root: string): Moved {
  const rules = new Map<string, Rule[]>();
  for (const [from, to] of [...hostRules(join(root, "_redirects")), ...addressMap(join(root, "redirects.json"))]) {
    const [path = "", ...query] = from.split("?");
    rules.set(path, [{ pairs: pairsOf(query.join("?")), to }, ...(rules.get(path) ?? [])]);
  }
  return (path, search) => {
    const asked = new Set(pairsOf(search.slice(1)));
    const matching = (rules.get(samePath(path)) ?? []).filter(({ pairs }) => pairs.every((pair) => asked.has(pair)));
    const [rule] = matching.toSorted((one, other) => other.pairs.length - one.pairs.length);
    return rule === undefined || rule.pairs.length > 0 ? rule?.to : `${rule.to}${search}`;
  };
}

/** Applies to an address whose query has at least these pairs, in any order. */
type Rule = { pairs: string[]; to: string };

const pairsOf = (query: string): string[] => query.split("&").filter((pair) => pair !== "");

/** Each line is "from to 301". */
function hostRules(file: string): [string, string][] {
  if (!existsSync(file)) return [];
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/u));
  return rules
    .flatMap(([from, to]) => (from?.startsWith("/") && to ? [[samePath(from), to] as const] : []))
    .map(([from, to]) => [from, to]);
}

function addressMap(file: string): [string, string][] {
  const json: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return Object.entries(json ?? {}).flatMap(([from, to]): [string, string][] => {
    const [path = "", ...query] = from.split("?");
    return typeof to === "string" ? [[samePath(path) + (query.length > 0 ? `?${query.join("?")}` : ""), to]] : [];
  });
}

/** Without a regular expression, which would take quadratic time on many slashes in the middle of a path. */
export function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** One spelling for equivalent paths: percent-decoded, without a trailing slash. */
function samePath(path: string): string {
  return decoded(path.length > 1 ? withoutEndSlashes(path) : path);
}
