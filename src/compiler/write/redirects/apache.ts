import { decoded } from "#content/decoded.ts";
import { pairsOf, type Rule } from "./rules.ts";

/**
 * Lines for mod_rewrite in a folder's file: one rule an address, those with a query after a condition on it.
 * @param rules with paths as the folder has them
 */
export function apacheRules(rules: Rule[]): string[] {
  const [plain, asked] = [rules.filter(({ query }) => query === undefined), rules.filter(({ query }) => query !== undefined)];
  return [...asked, ...plain].flatMap(ruleLines);
}

/** Apache matches the decoded path, in a folder's file without what leads to the folder. */
function ruleLines({ path, query, to }: Rule): string[] {
  const plain = decoded(path).replace(/\/$/u, "").replace(/^\//u, "");
  const parts = plain === "" ? [] : plain.split("/");
  const last = parts.at(-1) ?? "";
  // In a site below a path, its folder's name is not there to be matched.
  const above = parts.slice(0, -1).map((part) => `${literal(part)}/`);
  const pattern = plain === "" ? "^/?$" : `^/?${above.join("")}${literal(last)}/?$`;
  const conditions = query === undefined ? [] : pairsOf(query).map(([name, value]) => condition(name, value));
  // A percent sign or dollar before a digit would stand for what was matched.
  const target = to.replaceAll("%", "\\%").replaceAll("$", "\\$");
  return [...conditions, `RewriteRule "${pattern}" "${target}" [R=301,L,NE${query === undefined ? "" : ",QSD"}]`];
}

const condition = (name: string, value: string): string =>
  `RewriteCond %{QUERY_STRING} "(?:^|&)${literal(encodeURIComponent(name))}=${value === "" ? "?" : ""}${literal(encodeURIComponent(value))}(?:&|$)"`;

/** For a pattern in quotation marks: nothing of it means anything. */
const literal = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}"%]/gu, (sign) => (sign === '"' ? "\\x22" : `\\${sign}`));
