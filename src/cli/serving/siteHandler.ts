import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { parseAccept } from "hono/utils/accept";
import { cacheOf, DRAWING_POLICY, NOT_CACHED, reportingHeaders, SECURITY } from "#compiler/write/headers.ts";
import { decoded } from "#content/decoded.ts";
import { meantPath } from "#content/meantPath.ts";
import { findFile, sendFound } from "./siteFiles.ts";
import { readRedirects, withoutEndSlashes } from "./siteRedirects.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Further slashes or backslashes at the start would redirect to another host. */
const ONE_PATH = /^\/(?!\/)[^\\]*$/u;

/**
 * Answers as a good static host would: clean URLs, the site's own 404 page,
 * redirects from old addresses, and no hidden files. An error in one request
 * ends only that request.
 * @param base the path of the site on its host, with slashes at both ends
 */
export function siteHandler(root: string, base: string): Answer {
  const redirects = readRedirects(root);
  const guards = { ...SECURITY, ...(reportsFaults(root) && reportingHeaders(base)) };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(guards)) response.setHeader(name, value);
    if (request.method === "OPTIONS") return void response.writeHead(204, { Allow: METHODS }).end();
    if (request.method !== "GET" && request.method !== "HEAD")
      return say(response, 405, "Only GET and HEAD are allowed.", { Allow: METHODS });
    const [path = "/", ...query] = (request.url ?? "/").split("?");
    const search = query.length === 0 ? "" : `?${query.join("?")}`;
    if (!ONE_PATH.test(path)) return notFound(root, base, path, request, response);
    const clean = cleanAddress(path, base);
    const moved =
      redirects.moved(path, search) ??
      (clean === undefined ? undefined : (redirects.pattern(path, search) ?? { to: `${clean}${search}`, status: 301 }));
    if (moved !== undefined) return leadOn(response, moved);
    if (isHidden(path) || IS_ERROR_PAGE.test(decoded(path.slice(base.length)))) return notFound(root, base, path, request, response);
    const isInside = path.startsWith(base);
    const own = isInside ? path.slice(base.length) : "";
    const found = isInside
      ? await findFile(root, own === "" ? ["index.html"] : [`${own}.html`, own, `${own}/index.html`], request)
      : undefined;
    if (found !== undefined) return sendFound(found, response, headersOf(found.file));
    const pattern = redirects.pattern(path, search);
    if (pattern !== undefined) return leadOn(response, pattern);
    const meant = isInside ? meantPage(root, own) : undefined;
    if (meant !== undefined) return leadOn(response, { to: `${base}${meant}${search}`, status: 301 });
    return notFound(root, base, path, request, response);
  };
  return (request, response) =>
    void answer(request, response).catch(async () => {
      if (response.headersSent) response.destroy();
      else await failed(root, base, request, response);
    });
}

const leadOn = (response: ServerResponse, { to, status }: { to: string; status: number }): void =>
  void response.writeHead(status, { Location: to.replace(NOT_IN_ADDRESS, encodeURIComponent) }).end();

const METHODS = "GET, HEAD, OPTIONS";

/** Characters that a header value must not contain (RFC 9110, section 5.5). */
const NOT_IN_ADDRESS = /[^!-~]/gu;

/**
 * Compressed copies and dotfiles, such as the manifest of the build, are private,
 * however they are encoded; .well-known is public. No address of a site contains a
 * percent-encoded slash, backslash or null byte.
 */
const isHidden = (path: string): boolean => ENCODED.test(path) || HIDDEN.test(decoded(path));
const ENCODED = /%(?:2f|5c|00)/iu;
const HIDDEN = /\/\.(?!well-known\/)|\.(?:br|gz)$/iu;

/** The pages for errors have no address of their own. */
const IS_ERROR_PAGE = /^(?:[a-z]{2,3}(?:-[a-z\d]+)*\/)?(?:404|500)$/u;

/** Whether pages report faults, as the head of the front page states. */
const reportsFaults = (root: string): boolean => readFileSync(join(root, "index.html"), "utf8").includes('<meta name="broadsheet-faults"');

/** The base that a site was built for, as the head of its front page states. */
export function baseOf(root: string): string {
  return /<meta name="broadsheet-base" content="([^"]*)"/u.exec(readFileSync(join(root, "index.html"), "utf8"))?.[1] ?? "/";
}

function headersOf(file: string): Record<string, string> {
  return {
    "Cache-Control": cacheOf(file),
    ...(file.endsWith(".svg") && { "Content-Security-Policy": DRAWING_POLICY }),
    ...(file.endsWith(".json") && { "Access-Control-Allow-Origin": "*" }),
  };
}

/** The canonical path of a page requested with a trailing slash or an extension; undefined if the path is canonical. */
function cleanAddress(path: string, base: string): string | undefined {
  if (`${path}/` === base) return base;
  if (path === base || !path.startsWith(base)) return undefined;
  if (path.endsWith("/index.html")) return path.slice(0, -"index.html".length);
  if (path.endsWith(".html")) return path.slice(0, -".html".length);
  return path.endsWith("/") ? withoutEndSlashes(path) : undefined;
}

/** The page that was meant by the path of none, both below the base: its address differs in capital letters, or is that of its list. */
function meantPage(root: string, own: string): string | undefined {
  const edition = OF_EDITION.exec(`${own}/`)?.[0].slice(0, -1) ?? "";
  const [folder, path] = existsSync(join(root, edition, "404.html")) ? [edition, own.slice(edition.length)] : ["", own];
  const meant = meantPath(path.startsWith("/") ? path : `/${path}`);
  const found = meant && `${folder}${meant}`.replace(/^\//u, "");
  return found && existsSync(join(root, `${decoded(found)}.html`)) ? found : undefined;
}

/** Sends the site's 404 page to navigations, and a line of text to programs and subresource requests. */
async function notFound(root: string, base: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const name of CONDITIONS) delete request.headers[name];
  const edition = OF_EDITION.exec(path.slice(base.length))?.[1];
  const found = wantsPage(path, request.headers.accept)
    ? await findFile(root, [...(edition === undefined ? [] : [`${edition}/404.html`]), "404.html"], request)
    : undefined;
  if (found?.result.statusCode !== 200) return say(response, 404, "Not found");
  for (const name of ["Accept-Ranges", "ETag", "Last-Modified"]) delete found.result.headers[name];
  found.result.statusCode = 404;
  await sendFound(found, response, { "Cache-Control": NOT_CACHED });
}

/** Sends the paper's page for failures to navigations, and a line of text to others, or if that fails too. */
async function failed(root: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/"] = (request.url ?? "/").split("?");
  const edition = OF_EDITION.exec(path.slice(base.length))?.[1];
  const files = [...(edition === undefined ? [] : [`${edition}/500.html`]), "500.html"].map((file) => join(root, file));
  const file = wantsPage(path, request.headers.accept) ? files.find((each) => existsSync(each)) : undefined;
  const page = file && (await readFile(file).catch(() => undefined));
  if (page === undefined) return say(response, 500, "Something went wrong on the server. Try again later.");
  response.writeHead(500, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": NOT_CACHED }).end(page);
}

/** An edition in another language is below its language tag, and has a 404 page of its own. */
const OF_EDITION = /^([a-z]{2,3}(?:-[a-z\d]+)*)\//u;

/** Request headers that must not apply to the 404 page: they are about the missing file. */
const CONDITIONS = ["range", "if-range", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since"];

/** @param accept in a browser's navigations it names HTML; in its requests for pictures and scripts it does not */
function wantsPage(path: string, accept = "*/*"): boolean {
  const types = parseAccept(accept.toLowerCase())
    .filter(({ q }) => q > 0)
    .map(({ type }) => type);
  if (types.includes("text/html")) return true;
  return !/\.\w+$/u.test(path) && types.some((type) => type === "*/*" || type === "text/*");
}

function say(response: ServerResponse, status: number, sentence: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...headers, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": NOT_CACHED }).end(`${sentence}\n`);
}
