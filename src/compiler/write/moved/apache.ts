import { pairsOf, type Rule } from "./rules.ts";

const USE = ["# For .htaccess in the folder of the site, or for <Directory> in the server's settings.", "RewriteEngine On"];

/** The text of redirects.htaccess: one rule an address, those with a query after a condition on it. */
export function apacheRules(rules: Rule[]): string {
  return [...USE, ...rules.flatMap(ruleLines), ""].join("\n");
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
  `RewriteCond %{QUERY_STRING} "(?:^|&)${literal(encodeURIComponent(name))}=${literal(encodeURIComponent(value))}(?:&|$)"`;

/** For a pattern in quotation marks: nothing of it means anything. */
const literal = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}"%]/gu, (sign) => (sign === '"' ? "\\x22" : `\\${sign}`));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
