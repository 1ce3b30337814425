import type { Redirect } from "#content/site.ts";

/** An old address as a host sees it, and where it leads: paths percent-encoded, with the base. */
export type Rule = { path: string; query?: string; to: string };

/**
 * What a host has to know. Below a base an old address is known with the base
 * before it, where the edition's own files forward, and without: the old site
 * may have stood at the root of the same host.
 */
export function rulesOf(all: Redirect[], base: string): Rule[] {
  return all.flatMap(({ from, to }) => {
    const [path = "/", ...query] = from.split("?");
    const paths = path.startsWith(base) ? [path] : [`${base}${path.slice(1)}`, path];
    const target = `${base}${to.slice(1)}`;
    return paths.map((each) => ({ path: each, ...(query.length > 0 && { query: query.join("?") }), to: target }));
  });
}

/** The same path with and without a slash at its end, as it is first; a file's name never has one. */
export function bothEnds(path: string): string[] {
  if (path === "/" || /\.\w{1,5}$/u.test(path)) return [path];
  return path.endsWith("/") ? [path, path.slice(0, -1)] : [path, `${path}/`];
}

/** The names and values of a query, decoded where they can be. */
export const pairsOf = (query: string): [string, string][] => [...new URLSearchParams(query)];
