import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Finds where an old address leads: a path with the base, and with what stood after the question mark if that has a meaning no longer. */
export type Moved = (path: string, search: string) => string | undefined;

/**
 * The old addresses of a site: those of the build (redirects.json), and those
 * of the file that static hosts read (_redirects), in which a publisher may have written more.
 */
export function readRedirects(root: string): Moved {
  const moved = new Map([...hostRules(join(root, "_redirects")), ...addressMap(join(root, "redirects.json"))]);
  return (path, search) => {
    const own = samePath(path);
    const pairs = search.slice(1).split("&");
    const asked = search === "" ? [] : [search, ...pairs.map((pair) => `?${pair}`)];
    const byQuery = asked.map((query) => moved.get(own + query)).find((to) => to !== undefined);
    const to = byQuery ?? moved.get(own);
    return to === undefined || byQuery !== undefined ? to : `${to}${search}`;
  };
}

/** "from to 301" a line. */
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

/** One spelling for all that mean the same: not percent-encoded, and without a slash at the end. */
export function samePath(path: string): string {
  const bare = path.length > 1 ? path.replace(/\/+$/u, "") : path;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
