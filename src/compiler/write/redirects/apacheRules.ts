import { decoded } from "#content/decoded.ts";
import { encodedForConfig } from "./lookups.ts";
import { filled, patternSource } from "./redirectPattern.ts";
import { keepsQuery, pairsOf, type Rule } from "./redirectRules.ts";

/**
 * Lines for mod_rewrite in an .htaccess file: one rule per address, after a condition if the address has a query.
 * @param rules with paths relative to the folder of that file
 */
export function apacheRules(all: Rule[]): string[] {
  const rules = all.filter(({ isPattern }) => !isPattern);
  const [plain, asked] = [rules.filter(({ query }) => query === undefined), rules.filter(({ query }) => query !== undefined)];
  return [...asked, ...plain].flatMap(ruleLines);
}

/** Apache matches the decoded path; in an .htaccess file, without the path of its folder. */
function ruleLines(rule: Rule): string[] {
  const { path, query } = rule;
  const plain = decoded(path).replace(/\/$/u, "").replace(/^\//u, "");
  const parts = plain === "" ? [] : plain.split("/");
  const last = parts.at(-1) ?? "";
  // In a site below a path, the pattern does not see the name of its folder.
  const above = parts.slice(0, -1).map((part) => `${literal(part)}/`);
  const pattern = plain === "" ? "^/?$" : `^/?${above.join("")}${literal(last)}/?$`;
  const conditions = query === undefined ? [] : pairsOf(query).map(([name, value]) => condition(name, value));
  return [...conditions, `RewriteRule "${pattern}" "${targetOf(rule)}" ${flagsOf(rule)}`];
}

/**
 * The same for patterns. Each is compared with the address as it was requested, since its parts go into the new one, and leaves files
 * of the site where they are.
 * @param rules with paths as visitors request them
 */
export function apachePatterns(rules: Rule[]): string[] {
  return rules.flatMap((rule) => {
    const target = filled({ path: rule.path, to: targetOf(rule) }, (group) => `%${group}`);
    return [
      "RewriteCond %{REQUEST_FILENAME} !-f",
      `RewriteCond %{THE_REQUEST} "^[A-Z]+ ${patternSource(rule.path)}[? ]"`,
      `RewriteRule "^" "${target}" ${flagsOf(rule)}`,
    ];
  });
}

/** A percent or dollar sign before a digit would refer to a captured group. */
const targetOf = ({ to }: Rule): string => encodedForConfig(to).replaceAll("%", "\\%");

const flagsOf = (rule: Rule): string => `[R=${rule.status ?? 301},L,NE${keepsQuery(rule) ? "" : ",QSD"}]`;

const condition = (name: string, value: string): string =>
  `RewriteCond %{QUERY_STRING} "(?:^|&)${literal(encodeURIComponent(name))}=${value === "" ? "?" : ""}${literal(encodeURIComponent(value))}(?:&|$)"`;

/** A text escaped for a pattern in quotation marks. */
const literal = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}"%]/gu, (sign) => (sign === '"' ? "\\x22" : `\\${sign}`));
