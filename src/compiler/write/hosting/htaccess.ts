import { CACHED, DRAWING_POLICY, inQuotes, siteHeaders, NOT_CACHED, NOT_FOUND_FILE } from "../headers.ts";
import { apachePatterns, apacheRules } from "../redirects/apacheRules.ts";
import type { Rule } from "../redirects/redirectRules.ts";
import { inSite } from "#content/paths.ts";
import { below, type Site } from "#content/site.ts";
import { errorFile, type ErrorPages, FAILURES, ONLY_404 } from "../errorPages.ts";
import { endingPattern, MEDIA_TYPES } from "./mediaTypes.ts";

const TEXTS = MEDIA_TYPES.filter(({ isText }) => isText);

/** The .htaccess in the folder of a site. Without mod_rewrite and mod_headers it does as much as is possible. */
export function htaccess(site: Site, rules: Rule[], isCompressed: boolean, pages = ONLY_404): string {
  return [
    "# Each build rewrites this file. See docs/hosting.md.",
    ...pages.missing.map((prefix) => documents([404], inSite(prefix, "/404.html"), prefix, site)),
    ...pages.failed.map((prefix) => documents(FAILURES, inSite(prefix, `/${errorFile}`), prefix, site)),
    section(`If "%{REQUEST_URI} =~ m#\\.\\w+$# && req_novary('Accept') !~ m#text/html#i"`, [
      `ErrorDocument 404 ${site.base}${NOT_FOUND_FILE}`,
    ]),
    "Options -Indexes",
    section("IfModule mod_dir.c", ["DirectorySlash Off", "DirectoryIndex index.html"]),
    types(),
    section("IfModule mod_headers.c", headerLines(site)),
    section("IfModule mod_deflate.c", deflated()),
    section("IfModule mod_rewrite.c", rewriting(site, rules, isCompressed, pages)),
    section("IfModule !mod_rewrite.c", WITHOUT_REWRITING(site)),
    "",
  ].join("\n");
}

/** Sets the page for errors, in a whole site or an edition. @param path of the page */
function documents(statuses: readonly number[], path: string, prefix: string, site: Site): string {
  const lines = statuses.map((status) => `ErrorDocument ${status} ${below(site, path)}`);
  return prefix === "" ? lines.join("\n") : section(`If "%{REQUEST_URI} =~ m#^${pathPattern(below(site, prefix))}/#"`, lines);
}

/** Debian's Apache takes .br for a language. */
function types(): string {
  const others = MEDIA_TYPES.filter(({ isText }) => !isText);
  const added = others.map(({ type, endings = [] }) => `AddType ${type} ${endings.map((ending) => `.${ending}`).join(" ")}`);
  const encodings = ["RemoveLanguage .br", "RemoveType .br", "AddEncoding br .br"];
  const texts = TEXTS.map((one) => forFiles(endingPattern(one), [`ForceType "${one.type}"`]));
  return [section("IfModule mod_mime.c", [...encodings, ...added]), ...texts].join("\n");
}

function headerLines(site: Site): string[] {
  const texts = [...new Set(TEXTS.flatMap(({ endings = [] }) => endings))].join("|");
  return [
    ...Object.entries(siteHeaders(site)).map(([name, value]) => `Header always set ${name} ${inQuotes(value)}`),
    `Header set Cache-Control "${NOT_CACHED}"`,
    // What is compressed on request has a tag of its own, under which Apache does not find it again.
    `RequestHeader edit* If-None-Match '-gzip(?=")' ''`,
    ...CACHED.map(
      ({ pattern, value }) =>
        `Header set Cache-Control "${value}" "expr=%{REQUEST_URI} =~ m#^${pathPattern(site.base)}${pattern}(?:\\.br)?$#"`,
    ),
    forFiles(`\\.(?:${texts})`, ["Header merge Vary Accept-Encoding"]),
    forFiles("\\.svg", [`Header always set Content-Security-Policy "${DRAWING_POLICY}"`]),
    forFiles("\\.json", ['Header set Access-Control-Allow-Origin "*"']),
  ];
}

/** Apache applies the rules a second time to the file that the first pass has found, for which REDIRECT_STATUS is set. */
function rewriting({ base }: Site, rules: Rule[], isCompressed: boolean, { missing, failed }: ErrorPages): string[] {
  const inside = rules.filter(({ path }) => path.startsWith(base));
  const patterns = inside.filter(({ isPattern }) => isPattern);
  const own = inside.map((rule) => ({ ...rule, path: `/${rule.path.slice(base.length)}` }));
  return [
    "Options -MultiViews",
    "RewriteEngine On",
    "RewriteOptions AllowNoSlash",
    `RewriteBase "${base}"`,
    ...(isCompressed ? copies("RewriteCond %{ENV:REDIRECT_STATUS} .") : []),
    "RewriteCond %{ENV:REDIRECT_STATUS} .",
    'RewriteRule "^" "-" [L]',
    ...(base === "/" ? [] : [`RewriteCond %{REQUEST_URI} "^${pathPattern(base.slice(0, -1))}$"`, `RewriteRule "^" "${base}" [R=301,L]`]),
    ...apacheRules(own),
    ...apachePatterns(patterns),
    'RewriteRule "(?:^|/)\\.(?!well-known/)" "-" [R=404,L]',
    'RewriteRule "\\.(?:br|gz)$" "-" [R=404,L]',
    ...[...missing.map((prefix) => inSite(prefix, "/404")), ...failed.map((prefix) => inSite(prefix, "/500"))].map(
      (path) => `RewriteRule "^${path.slice(1)}(?:\\.html)?$" "-" [R=404,L]`,
    ),
    `RewriteRule "^((?:[^/\\x5C].*/)?)index\\.html$" "${base}$1" [R=301,L]`,
    `RewriteRule "^([^/\\x5C].*)\\.html$" "${base}$1" [R=301,L]`,
    `RewriteRule "^([^/\\x5C](?:.*[^/])?)/+$" "${base}$1" [R=301,L]`,
    'RewriteRule "^$" "index.html" [L]',
    "RewriteCond %{REQUEST_FILENAME}.html -f",
    'RewriteRule "^(.+)$" "$1.html" [L]',
    // An address with capital letters leads to the page with small ones, as slugs are.
    'RewriteCond %{REQUEST_URI} "[A-Z]"',
    "RewriteCond %{REQUEST_FILENAME} !-f",
    `RewriteCond expr "tolower(%{REQUEST_URI}) =~ m#^${pathPattern(base.toLowerCase())}([^/\\x5C].*)$#"`,
    `RewriteCond "%{DOCUMENT_ROOT}${base}%1.html" -f`,
    `RewriteRule "^" "${base}%1" [R=301,L]`,
    "RewriteCond %{REQUEST_FILENAME} -d",
    'RewriteRule "^" "-" [R=404,L]',
    ...(isCompressed ? copies() : []),
  ];
}

function copies(...conditions: string[]): string[] {
  return [
    ...conditions,
    'RewriteCond %{HTTP:Accept-Encoding} "(?:^|[,\\s])br\\s*(?:;\\s*q=(?:0\\.0*[1-9]|1)[\\d.]*)?\\s*(?:,|$)" [NC]',
    "RewriteCond %{REQUEST_FILENAME}.br -f",
    'RewriteRule "^(.+)$" "$1.br" [L]',
  ];
}

/** A page with others below its address is a file and a folder of the same name. Only a redirect can then lead to the file. */
const WITHOUT_REWRITING = ({ base }: Site): string[] => [
  "Options +MultiViews",
  `ErrorDocument 403 ${base}404.html`,
  section(`If "-d '%{REQUEST_FILENAME}' && -f '%{REQUEST_FILENAME}.html'"`, ['Redirect 302 "%{REQUEST_URI}.html"']),
];

/** Apache does not look at the type of an error document. */
function deflated(): string[] {
  const types = TEXTS.map(({ type }) => type.split(";")[0]).join(" ");
  return [
    section("IfModule mod_filter.c", [`AddOutputFilterByType DEFLATE ${types}`]),
    section('FilesMatch "^(?:404|500)\\.html$"', ["SetOutputFilter DEFLATE"]),
  ];
}

/** A section for files and their copies. */
function forFiles(end: string, lines: string[]): string {
  // Apache matches only the name of the file here.
  return section(`FilesMatch "${end.replace(/^\//u, "^")}(?:\\.br)?$"`, lines);
}

const pathPattern = (path: string): string =>
  path.replaceAll(/[^\w/]/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);

function section(head: string, lines: string[]): string {
  const inside = lines.flatMap((text) => text.split("\n")).map((line) => `  ${line}`);
  return [`<${head}>`, ...inside, `</${head.split(" ")[0]}>`].join("\n");
}
