import { digest } from "../../state/digest.ts";
import { CACHED, DRAWING_POLICY, inQuotes, siteHeaders, NOT_CACHED, NOT_FOUND_FILE } from "../headers.ts";
import { encodedForConfig, stagePrefix, regexLiteral, type Lookup, lookupsOf } from "../redirects/lookups.ts";
import { filled, patternRuns, patternSource } from "../redirects/redirectPattern.ts";
import type { Rule } from "../redirects/redirectRules.ts";
import { inSite } from "#content/paths.ts";
import { below, type Site } from "#content/site.ts";
import { errorFile, FAILURES, ONLY_404 } from "../errorPages.ts";
import { endingPattern, MEDIA_TYPES, type MediaType, WORTH_COMPRESSING } from "./mediaTypes.ts";

/** Longer keys do not fit into a hash table of the size that docs/hosting.md recommends. */
const LONGEST_KEY = 400;

/** A slash or backslash after the first slash would lead to another host. */
const INSIDE = "[^?/\\x5C]";

/** Matches an Accept-Encoding that has br, and not with a weight of 0. */
const BROTLI = "~*(?:^|[,\\s])br\\s*(?:;\\s*q=(?:0\\.0*[1-9]|1)[\\d.]*)?\\s*(?:,|$)";

/**
 * The part for nginx's `http` block: headers by the names of files, and redirects
 * from old addresses. The names of its variables are unique to this site.
 */
export function nginxMaps(site: Site, rules: Rule[], { missing, failed } = ONLY_404): string {
  const name = namesOf(site);
  const base = regexLiteral(site.base);
  const texts = MEDIA_TYPES.filter(({ isText }) => isText).map(endingPattern);
  return [
    "# For the http block of nginx: see docs/hosting.md. Each build rewrites this file.",
    map("$http_accept_encoding", name("br"), [quoted(BROTLI, ".br")]),
    map("$uri", name("encoding"), [quoted("~\\.br$", "br")]),
    map("$uri", name("vary"), [quoted(`~(?:/|/[^./]*|${texts.join("|")})(?:\\.br)?$`, "Accept-Encoding")]),
    map("$uri", name("cache"), [
      quoted("default", NOT_CACHED),
      ...CACHED.map(({ pattern, value }) => quoted(`~^${base}${pattern}(?:\\.br)?$`, value)),
    ]),
    map("$uri", name("policy"), [
      quoted("default", siteHeaders(site)["Content-Security-Policy"]),
      quoted("~\\.svg(?:\\.br)?$", DRAWING_POLICY),
    ]),
    map("$uri", name("origin"), [quoted("~\\.json(?:\\.br)?$", "*")]),
    map('"$uri $http_accept"', name("missing"), [
      quoted("default", `${site.base}404.html`),
      quoted("~*\\.\\w+ (?!.*text/html)", `${site.base}${NOT_FOUND_FILE}`),
      ...byEdition(missing, "/404.html", site),
    ]),
    ...(failed.length > 0
      ? [map("$uri", name("failed"), [quoted("default", site.base + errorFile), ...byEdition(failed, `/${errorFile}`, site)])]
      : []),
    ...lookupsOf(rules, encodeURIComponent).map((lookup, index) => map(keyIn(lookup), name(`moved_${index}`), entries(lookup))),
    ...patternRuns(rules).map((run, index) => map("$request_uri", name(`pattern_${index}`), run.rules.map(patternEntry))),
    "",
  ].join("\n");
}

/** The page for errors of each edition in another language, by what addresses begin with. @param file its path in the edition */
const byEdition = (prefixes: string[], file: string, site: Site): string[] =>
  prefixes
    .filter((prefix) => prefix !== "")
    .map((prefix) => quoted(`~^${regexLiteral(below(site, prefix))}/`, below(site, inSite(prefix, file))));

/** The part for nginx's `server` block. Its `root` must have the edition at its base path. */
export function nginxServer(site: Site, rules: Rule[], isCompressed: boolean, { missing, failed } = ONLY_404): string {
  const { base } = site;
  const name = namesOf(site);
  const any = regexLiteral(base);
  const copy = isCompressed ? name("br") : undefined;
  const page = (file: string) => `try_files ${tried(file, copy)}`;
  const leadOn = (variable: string, { status, keepsQuery }: { status: number; keepsQuery: boolean }) =>
    `if (${variable}) { return ${status} ${variable}${keepsQuery ? "$is_args$args" : ""}; }`;
  const moved = [
    ...lookupsOf(rules, encodeURIComponent).map((lookup, index) => leadOn(name(`moved_${index}`), lookup)),
    ...patternRuns(rules).flatMap((run, index) => [
      `set ${name("pattern")} ${name(`pattern_${index}`)};`,
      `if (-f $request_filename) { set ${name("pattern")} ""; }`,
      leadOn(name("pattern"), run),
    ]),
  ];
  const onFailure = failed.length > 0 ? `error_page ${FAILURES.join(" ")} ${name("failed")};` : "";
  const errorPages = [...missing.map((prefix) => inSite(prefix, "/404.html")), ...failed.map((prefix) => inSite(prefix, `/${errorFile}`))];
  return `# For a server block of nginx: see docs/hosting.md. Each build rewrites this file.
absolute_redirect off;
${onFailure === "" ? "" : `${onFailure}\n`}${guards(siteHeaders(site)).join("\n")}

# Old addresses.
${moved.join("\n")}

# One address per page: without an extension or a trailing slash.
if ($request_uri ~ "^(${any}(?:${INSIDE}[^?]*/)?)index\\.html(\\?.*)?$") { return 301 $1$2; }
if ($request_uri ~ "^(${any}${INSIDE}[^?]*)\\.html(\\?.*)?$") { return 301 $1$2; }
if ($request_uri ~ "^(${any}${INSIDE}(?:[^?]*[^?/])?)/+(\\?.*)?$") { return 301 $1$2; }
${base === "/" ? "" : `location = "${base.slice(0, -1)}" { return 301 "${base}"; }\nlocation ^~ "${stagePrefix(base)}" { return 404; }\n`}
location ^~ "${base}" {
  error_page 404 ${name("missing")};
${onFailure === "" ? "" : `  ${onFailure}\n`}${indented([...headerLines(site), ...compression()])}

  types { ${typesOf("text/html; charset=utf-8", "html", isCompressed)} }
  ${page("$uri.html")} ${name("small").replace("$", "@")};
  location = "${base}" { ${page(`${base}index.html`)} =404; }
${indented(errorPages.flatMap((path) => errorLocations(below(site, path), page)))}
  location = "${base}${NOT_FOUND_FILE}" { internal; types { text/plain txt; } }
  location ~ "/\\.(?!well-known/)" { return 404; }
  location ~ "\\.(?:br|gz)$" { return 404; }
${indented(typeLocations(copy))}
  location ~ "/\\.well-known/" { try_files $uri =404; }
}

# An address with capital letters leads to the page with small ones, as slugs are. nginx can only replace them one by one.
location ${name("small").replace("$", "@")} {
${indented(SMALL)}
  if (-f $document_root$uri.html) { return 301 $uri$is_args$args; }
  error_page 404 ${name("missing")};
${indented(headerLines(site))}
  return 404;
}
`;
}

/** A page for errors has no address of its own. */
const errorLocations = (file: string, page: (file: string) => string): string[] => [
  `location = "${file.replace(/\.html$/u, "")}" { return 404; }`,
  `location = "${file}" { internal; ${page(file)} =404; }`,
];

/** Each letter is replaced twice: hardly an address has more. */
const SMALL = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (letter) =>
  Array<string>(2).fill(`rewrite "^(.*)${letter}(.*)$" "$1${letter.toLowerCase()}$2";`),
).flat();

function headerLines(site: Site): string[] {
  const name = namesOf(site);
  const { "Content-Security-Policy": _policy, ...others } = siteHeaders(site);
  const byFile = [
    ["Content-Security-Policy", name("policy")],
    ["Cache-Control", name("cache")],
    ["Content-Encoding", name("encoding")],
    ["Vary", name("vary")],
    ["Access-Control-Allow-Origin", name("origin")],
  ];
  return [...guards(others), ...byFile.map(([header, value]) => `add_header ${header} ${value} always;`)];
}

/** A location with headers of its own has none of the server's, which are for redirects. */
const guards = (headers: Record<string, string>): string[] =>
  Object.entries(headers).map(([header, value]) => `add_header ${header} ${inQuotes(value)} always;`);

/** nginx compares whole media types, with their parameters. */
function compression(): string[] {
  const types = MEDIA_TYPES.filter(({ isText }) => isText).map(({ type }) => `"${type}"`);
  return ["gzip on;", "gzip_comp_level 5;", `gzip_min_length ${WORTH_COMPRESSING};`, `gzip_types ${types.join(" ")};`, "gzip_proxied any;"];
}

/**
 * The media types of a file and of its Brotli copy. The copy's is the same written
 * differently, so that it is not among gzip_types: nginx would compress it once more.
 */
function typesOf(type: string, ending: string, hasCopy: boolean): string {
  const again = type.includes("; ") ? type.replace("; ", ";") : `${type};charset=utf-8`;
  return `"${type}" ${ending};${hasCopy ? ` "${again}" br;` : ""}`;
}

/** A file and, before it, its copy if the client accepts that. */
const tried = (file: string, copy: string | undefined): string => `${copy === undefined ? "" : `"${file}${copy}" `}"${file}"`;

/** The first match counts, so whole names come before extensions. */
function typeLocations(copy: string | undefined): string[] {
  const [binary, texts] = [MEDIA_TYPES.filter(({ isText }) => !isText), MEDIA_TYPES.filter(({ isText }) => isText)];
  const named = texts.toSorted((a, b) => Number(b.name !== undefined) - Number(a.name !== undefined));
  const ofText = (one: MediaType) => {
    const types = typesOf(one.type, one.endings?.[0] ?? one.name?.split(".")[1] ?? "", copy !== undefined);
    return `location ~ "${endingPattern(one)}$" { types { ${types} } try_files ${tried("$uri", copy)} =404; }`;
  };
  const endings = binary.flatMap(({ endings = [] }) => endings).join("|");
  const types = binary.map(({ type, endings = [] }) => `${type} ${endings.join(" ")};`).join(" ");
  return [
    ...named.filter(({ endings }) => endings?.[0] !== "html").map(ofText),
    `location ~ "\\.(?:${endings})$" { types { ${types} } try_files $uri =404; }`,
  ];
}

/** The variables of nginx are global, and it may serve several sites, so their names contain a hash of the address. */
function namesOf({ url }: Site): (name: string) => string {
  const own = digest(url).slice(0, 6).replaceAll("-", "_");
  return (name) => `$broadsheet_${own}_${name}`;
}

function keyIn({ by, names }: Lookup): string {
  if (by === "whole") return "$request_uri";
  return by === "path" ? "$uri" : `"$uri?${names.map((name) => `${name}=$arg_${name}`).join("&")}"`;
}

/** nginx ignores case in plain keys, and matches them before all others; other keys become regular expressions. */
function entries({ to }: Lookup): string[] {
  const counts = new Map<string, number>();
  for (const key of to.keys()) counts.set(key.toLowerCase(), (counts.get(key.toLowerCase()) ?? 0) + 1);
  const isPlain = (key: string) => key.length <= LONGEST_KEY && !/[A-Z"\\]/u.test(key) && counts.get(key.toLowerCase()) === 1;
  return [...to].map(([key, target]) => quoted(isPlain(key) ? key : `~^${regexLiteral(key)}$`, target));
}

/** Compared with the address as it was requested: what is decoded could end the header that it goes into. */
const patternEntry = (rule: Rule): string =>
  quoted(
    `~^${patternSource(rule.path)}(?:\\?|$)`,
    filled({ ...rule, to: encodedForConfig(rule.to) }, (group) => `$${group}`),
  );

function map(key: string, name: string, entries: string[]): string {
  return [`map ${key} ${name} {`, ...entries.map((line) => `  ${line}`), "}"].join("\n");
}

const quoted = (key: string, value: string): string => `"${key}" "${value}";`;

const indented = (lines: string[]): string => lines.map((line) => `  ${line}`).join("\n");
