import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { isPattern, patternFinder } from "#compiler/write/redirects/redirectPattern.ts";
import { keepsQuery } from "#compiler/write/redirects/redirectRules.ts";
import { decoded } from "#content/decoded.ts";

/** Where an old address leads: a path with the base, or an address of another site. */
type Target = { to: string; status: number };

/** Finds it for a path and its query, which it keeps unless the rule matched by it or has an end of its own. */
type Moved = (path: string, search: string) => Target | undefined;

/**
 * The redirects of a site: those of the build (redirects.json), and those of the
 * file that static hosts read (_redirects), to which a publisher may have added more.
 * @returns `moved` for old addresses, and `pattern` for those that patterns mean, if no file has them
 */
export function readRedirects(root: string): { moved: Moved; pattern: Moved } {
  const all = [...addressMap(join(root, "redirects.json")), ...hostRules(join(root, "_redirects"))];
  const rules = new Map<string, Rule[]>();
  for (const { from, ...target } of all.filter((each) => !isPattern(each.from))) {
    const [path = "", ...query] = from.split("?");
    const key = samePath(path);
    rules.set(key, [{ pairs: pairsOf(query.join("?")), ...target }, ...(rules.get(key) ?? [])]);
  }
  const find = patternFinder(all.filter(({ from }) => isPattern(from)).map(({ from, ...target }) => ({ path: from, ...target })));
  return {
    moved: (path, search) => {
      const asked = new Set(pairsOf(search.slice(1)));
      const matching = (rules.get(samePath(path)) ?? []).filter(({ pairs }) => pairs.every((pair) => asked.has(pair)));
      const [rule] = matching.toSorted((one, other) => other.pairs.length - one.pairs.length);
      return rule && { to: rule.pairs.length > 0 ? rule.to : withQuery(rule.to, search), status: rule.status };
    },
    pattern: (path, search) => {
      const found = find(path);
      return found && { to: withQuery(found.to, search), status: found.rule.status };
    },
  };
}

const withQuery = (to: string, search: string): string => (keepsQuery({ to }) ? `${to}${search}` : to);

/** Applies to an address whose query has at least these pairs, in any order. */
type Rule = Target & { pairs: string[] };

const pairsOf = (query: string): string[] => query.split("&").filter((pair) => pair !== "");

/** Each line is "from to 301". Those with another status, such as rewrites, are for other hosts. */
function hostRules(file: string): (Target & { from: string })[] {
  if (!existsSync(file)) return [];
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/u));
  return rules.flatMap(([from, to, status = "301"]) =>
    from?.startsWith("/") && to && /^30[12]!?$/u.test(status) ? [{ from, to, status: status.startsWith("302") ? 302 : 301 }] : [],
  );
}

/** A target that is not for good is an object with its status. */
const MapSchema = v.record(v.string(), v.union([v.string(), v.object({ to: v.string(), status: v.number() })]));

function addressMap(file: string): (Target & { from: string })[] {
  const json: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return Object.entries(v.parse(MapSchema, json)).map(([from, target]) =>
    typeof target === "string" ? { from, to: target, status: 301 } : { from, ...target },
  );
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
