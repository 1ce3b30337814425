import type { Redirect } from "#content/site.ts";

/**
 * An old address as a host sees it, and its target: paths percent-encoded, with the base; or an address of another site.
 * `isPattern` and `status` are those of the redirect.
 */
export type Rule = { path: string; query?: string; to: string; isPattern?: true; status?: number };

/**
 * The redirects of a site as rules for a host. In a site below a base path, each
 * old address has a rule with the base, where the site's own pages redirect, and
 * one without: the old site may have been at the root of the same host. The base without its slash at the end is the base.
 */
export function rulesOf(all: Redirect[], base: string): Rule[] {
  return all.flatMap(({ from, to, ...kind }) => {
    const [written = "/", ...query] = from.split("?");
    const path = `${written}/` === base ? base : written;
    const paths = path.startsWith(base) ? [path] : [`${base}${path.slice(1)}`, path];
    const target = to.startsWith("/") ? `${base}${to.slice(1)}` : to;
    return paths.map((each) => ({ path: each, ...(query.length > 0 && { query: query.join("?") }), to: target, ...kind }));
  });
}

/** Whether the query of a request is added to the target: not if the rule was found by it, or if the target has an end of its own. */
export const keepsQuery = ({ query, to }: Pick<Rule, "to"> & { query?: string }): boolean => query === undefined && !/[?#]/u.test(to);

/** A path as it is, then with or without a slash at its end; the name of a file never has one. */
export function withAndWithoutSlash(path: string): string[] {
  if (path === "/" || /\.\w{1,5}$/u.test(path)) return [path];
  return path.endsWith("/") ? [path, path.slice(0, -1)] : [path, `${path}/`];
}

/** The names and values of a query, decoded if possible. */
export const pairsOf = (query: string): [string, string][] => [...new URLSearchParams(query)];
