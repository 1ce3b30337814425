import { decoded } from "#content/decoded.ts";
import { pairsOf, type Rule } from "./redirectRules.ts";

/**
 * Lines for mod_rewrite in an .htaccess file: one rule per address, after a condition if the address has a query.
 * @param rules with paths relative to the folder of that file
 */
export function apacheRules(rules: Rule[]): string[] {
  const [plain, asked] = [rules.filter(({ query }) => query === undefined), rules.filter(({ query }) => query !== undefined)];
  return [...asked, ...plain].flatMap(ruleLines);
}

/** Apache matches the decoded path; in an .htaccess file, without the path of its folder. */
function ruleLines({ path, query, to }: Rule): string[] {
  const plain = decoded(path).replace(/\/$/u, "").replace(/^\//u, "");
  const parts = plain === "" ? [] : plain.split("/");
  const last = parts.at(-1) ?? "";
  // In a site below a path, the pattern does not see the name of its folder.
  const above = parts.slice(0, -1).map((part) => `${literal(part)}/`);
  const pattern = plain === "" ? "^/?$" : `^/?${above.join("")}${literal(last)}/?$`;
  const conditions = query === undefined ? [] : pairsOf(query).map(([name, value]) => condition(name, value));
  // A percent or dollar sign before a digit would refer to a captured group.
  const target = to.replaceAll("%", "\\%").replaceAll("$", "\\$");
  return [...conditions, `RewriteRule "${pattern}" "${target}" [R=301,L,NE${query === undefined ? "" : ",QSD"}]`];
}

const condition = (name: string, value: string): string =>
  `RewriteCond %{QUERY_STRING} "(?:^|&)${literal(encodeURIComponent(name))}=${value === "" ? "?" : ""}${literal(encodeURIComponent(value))}(?:&|$)"`;

/** A text escaped for a pattern in quotation marks. */
const literal = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}"%]/gu, (sign) => (sign === '"' ? "\\x22" : `\\${sign}`));
