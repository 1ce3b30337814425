import { CACHED, DRAWING_POLICY, inQuotes, siteHeaders, NOT_CACHED } from "../headers.ts";
import { encodedForConfig, stagePrefix, regexLiteral, type Lookup, lookupsOf } from "../redirects/lookups.ts";
import { filled, patternSource } from "../redirects/redirectPattern.ts";
import { keepsQuery, type Rule } from "../redirects/redirectRules.ts";
import { inSite } from "#content/paths.ts";
import { below, type Site } from "#content/site.ts";
import { type ErrorPages, errorFile, FAILURES, ONLY_404 } from "../errorPages.ts";
import { MEDIA_TYPES, type MediaType, WORTH_COMPRESSING } from "./mediaTypes.ts";

/** A slash or backslash after the first slash would lead to another host. */
const INSIDE = "[^?/\\x5C]";

/** The file that a site in a Caddyfile imports. The `root` of that site must have the edition at its base path. */
export function caddyfile(site: Site, rules: Rule[], isCompressed: boolean, { missing, failed } = ONLY_404): string {
  const { base } = site;
  const any = regexLiteral(base);
  const files = ["file_server {", "\tdisable_canonical_uris", ...(isCompressed ? ["\tprecompressed br"] : []), "}"];
  const inside = [
    ...guards(site, ""),
    ...redirect("index", `^(${any}(?:${INSIDE}[^?]*/)?)index\\.html(\\?.*)?$`),
    ...redirect("ending", `^(${any}${INSIDE}[^?]*)\\.html(\\?.*)?$`),
    ...redirect("slash", `^(${any}${INSIDE}(?:[^?]*[^?/])?)/+(\\?.*)?$`),
    ...headerLines(site),
    "@hidden {",
    "\tpath_regexp `/\\.|\\.(?:br|gz)$`",
    "\tnot path */.well-known/*",
    "}",
    "error @hidden 404",
    ...missing.map((prefix) => `error ${below(site, inSite(prefix, "/404"))} 404`),
    ...failed.map((prefix) => `error ${below(site, inSite(prefix, "/500"))} 404`),
    ...ENCODE,
    ...SMALL_LETTERS,
    "try_files {path}.html {path}",
    ...files,
  ];
  return `${[
    "# For a site in a Caddyfile: see docs/hosting.md. Each build rewrites this file.",
    "route {",
    "\tmap {query} {broadsheet_query} {",
    '\t\t"~^(.+)$" "?${1}"',
    '\t\tdefault ""',
    "\t}",
    ...indented(leadingOn(rules, site)),
    ...(base === "/" ? [] : indented(aboveBase(site))),
    `\troute ${base}* {`,
    ...indented(indented(inside)),
    "\t}",
    "}",
    ...errorRoutes({ missing, failed }, site, files),
  ].join("\n")}\n`;
}

/** What follows an error. @param files how pages are sent */
function errorRoutes({ missing, failed }: ErrorPages, site: Site, files: string[]): string[] {
  return [
    "handle_errors {",
    "\t@missing expression {http.error.status_code} == 404",
    "\troute @missing {",
    ...indented(
      indented([
        `header Cache-Control "${NOT_CACHED}"`,
        "@file {",
        "\tpath_regexp `\\.\\w+$`",
        "\tnot header Accept *text/html*",
        "}",
        'header @file Content-Type "text/plain; charset=utf-8"',
        'respond @file "Not found" 404',
        ...errorPage(missing, "/404.html", site),
        ...ENCODE,
        ...files,
      ]),
    ),
    "\t}",
    ...(failed.length === 0
      ? []
      : [
          `\t@failed expression {http.error.status_code} in [${FAILURES.join(", ")}]`,
          "\troute @failed {",
          ...indented(indented([`header Cache-Control "${NOT_CACHED}"`, ...errorPage(failed, `/${errorFile}`, site), ...ENCODE, ...files])),
          "\t}",
        ]),
    "}",
  ];
}

/** Leads to the page for errors of the edition. @param file its path in the edition */
function errorPage(prefixes: string[], file: string, site: Site): string[] {
  const others = prefixes.filter((prefix) => prefix !== "");
  const main = below(site, file);
  const byEdition = [
    "map {path} {broadsheet_error} {",
    ...others.map((prefix) => `\t"~^${regexLiteral(below(site, prefix))}/" "${below(site, inSite(prefix, file))}"`),
    `\tdefault "${main}"`,
    "}",
  ];
  return [
    ...(others.length === 0 ? [`rewrite * ${main}`] : [...byEdition, "rewrite * {broadsheet_error}"]),
    'header Content-Type "text/html; charset=utf-8"',
  ];
}

function redirect(name: string, pattern: string): string[] {
  return [`@${name} vars_regexp ${name} {uri} \`${pattern}\``, `redir @${name} {re.${name}.1}{re.${name}.2} 301`];
}

function aboveBase(site: Site): string[] {
  const path = site.base.slice(0, -1);
  return [`error ${stagePrefix(site.base)}* 404`, `@base path ${path}`, ...guards(site, "@base "), `redir @base ${site.base} 301`];
}

/** From old addresses: those in tables, and then those that patterns mean. */
function leadingOn(rules: Rule[], site: Site): string[] {
  return [
    ...lookupsOf(rules, (value) => value).flatMap((lookup, index) => movedLines(lookup, index, site)),
    ...rules.filter(({ isPattern }) => isPattern).flatMap((rule, index) => patternLines(rule, index, site)),
  ];
}

function movedLines({ by, names, to, status, ...lookup }: Lookup, index: number, site: Site): string[] {
  const key = by === "whole" ? "{uri}" : by === "path" ? "{path}" : `"{path}?${names.map((name) => `${name}={query.${name}}`).join("&")}"`;
  const moved = `{broadsheet_moved_${index}}`;
  const entries = [...to].map(([from, where]) => `\t"${/["\\{}]/u.test(from) ? `~^${regexLiteral(from)}$` : from}" "${where}"`);
  return [
    `map ${key} ${moved} {`,
    ...entries,
    '\tdefault ""',
    "}",
    `@moved_${index} vars_regexp ${moved} ^(?:/|https?://)`,
    ...guards(site, `@moved_${index} `),
    `redir @moved_${index} ${moved}${lookup.keepsQuery ? "{broadsheet_query}" : ""} ${status}`,
  ];
}

/** Compared with the address as it was requested. A file of the site stays where it is. */
function patternLines(rule: Rule, index: number, site: Site): string[] {
  const [matcher, name] = [`@pattern_${index}`, `pattern_${index}`];
  const to = filled({ ...rule, to: encodedForConfig(rule.to) }, (group) => `{re.${name}.${group}}`);
  return [
    `${matcher} {`,
    `\tvars_regexp ${name} {uri} \`^${patternSource(rule.path)}(?:\\?|$)\``,
    "\tnot file {path}",
    "}",
    ...guards(site, `${matcher} `),
    `redir ${matcher} "${to}${keepsQuery(rule) ? "{broadsheet_query}" : ""}" ${rule.status ?? 301}`,
  ];
}

/** Redirects have them too, so they come before them. @param matcher what they are for, with a space after it */
const guards = (site: Site, matcher: string): string[] => [
  `header ${matcher}{`,
  ...Object.entries(siteHeaders(site)).map(([name, value]) => `\t${name} ${inQuotes(value)}`),
  "}",
];

function headerLines(site: Site): string[] {
  const texts = MEDIA_TYPES.filter(({ isText }) => isText).flatMap(({ endings = [] }) => endings);
  return [
    `header Cache-Control "${NOT_CACHED}"`,
    ...CACHED.flatMap(({ name, pattern, value }) => [
      `@${name} path_regexp \`^${regexLiteral(site.base)}${pattern}$\``,
      `header @${name} Cache-Control "${value}"`,
    ]),
    ...MEDIA_TYPES.filter(({ endings }) => endings?.[0] !== "html").flatMap(typeLines),
    `@text path_regexp \`(?:/|/[^./]*|\\.(?:${texts.join("|")}))$\``,
    "header @text {",
    "\tVary Accept-Encoding",
    "\tdefer",
    "}",
    "@drawing path *.svg",
    `header @drawing Content-Security-Policy "${DRAWING_POLICY}"`,
    "@json path *.json",
    'header @json Access-Control-Allow-Origin "*"',
  ];
}

function typeLines({ type, endings = [], name }: MediaType): string[] {
  const id = `is_${(name ?? endings[0] ?? "").replaceAll(".", "_")}`;
  const paths = name === undefined ? endings.map((ending) => `*.${ending}`) : [`*/${name}`];
  return [`@${id} path ${paths.join(" ")}`, `header @${id} Content-Type "${type}"`];
}

/** Caddy's own list of types lacks those of sitemaps and some feeds. */
const ENCODE = [
  "encode {",
  "\tgzip",
  `\tminimum_length ${WORTH_COMPRESSING}`,
  "\tmatch {",
  ...MEDIA_TYPES.filter(({ isText }) => isText).map(({ type }) => `\t\theader Content-Type "${type}"`),
  "\t}",
  "}",
];

const indented = (lines: string[]): string[] => lines.map((line) => `\t${line}`);

/** An address with capital letters leads to the page with small ones, as slugs are. */
const SMALL_LETTERS = [
  "@capital {",
  "\tpath_regexp [A-Z]",
  "\tnot file {path}.html {path}",
  "}",
  "route @capital {",
  ...indented(Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (letter) => `uri replace ${letter} ${letter.toLowerCase()}`)),
  "\t@small file {path}.html",
  "\tredir @small {path}{broadsheet_query} 301",
  "\terror 404",
  "}",
];
