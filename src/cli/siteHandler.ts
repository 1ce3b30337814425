import { createReadStream, existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { DRAWING_POLICY, SECURITY } from "#compiler/write/headers.ts";
import { readRedirects } from "./siteRedirects.ts";

/** What never changes under its name: hashed files of the app, and pictures named by their content. */
const FOR_GOOD = /^\/(?:assets|pictures)\/[^/]+$/u;

/** One or more slashes at the front would lead to another host. */
const ONE_PATH = /^\/(?!\/)[^\\]*$/u;

/**
 * Answers as a good static host would: clean addresses, the site's own 404
 * page, old addresses redirected, nothing of what is hidden.
 * @param base the path below which the site lies, with slashes at both ends
 */
export function siteHandler(root: string, base: string): (request: IncomingMessage, response: ServerResponse) => void {
  const moved = readRedirects(root);
  // `dev` looks at the disk at each request: the site may be built anew while it is served.
  const files = sirv(root, { dev: true, extensions: ["html"], etag: true, gzip: true, brotli: true, setHeaders });
  return (request, response) => {
    for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
    const [path = "/", ...query] = (request.url ?? "/").split("?");
    const search = query.length === 0 ? "" : `?${query.join("?")}`;
    if (!ONE_PATH.test(path)) return notFound(root, response);
    const clean = cleanAddress(path, base);
    const to = moved(path, search) ?? (clean === undefined ? undefined : `${clean}${search}`);
    if (to !== undefined) return void response.writeHead(301, { Location: to }).end();
    if (!path.startsWith(base) || isHidden(path) || path === `${base}404`) return notFound(root, response);
    request.url = `/${path.slice(base.length)}${search}`;
    if (!RANGE.test(request.headers.range ?? "")) delete request.headers.range;
    files(request, response, () => notFound(root, response));
  };
}

/** The ranges that sirv reads as RFC 9110 means them. Any other may be answered with the whole file (section 14.2). */
const RANGE = /^bytes=\d+-(?:[1-9]\d*)?$/u;

/** The base that a site says it was built for, in the head of its front page. */
export function baseOf(root: string): string {
  return /<meta name="broadsheet-base" content="([^"]*)"/u.exec(readFileSync(join(root, "index.html"), "utf8"))?.[1] ?? "/";
}

function setHeaders(response: ServerResponse, path: string): void {
  response.setHeader("Cache-Control", FOR_GOOD.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
  if (path.endsWith(".svg")) response.setHeader("Content-Security-Policy", DRAWING_POLICY);
  if (path.endsWith(".json")) response.setHeader("Access-Control-Allow-Origin", "*");
}

/** The one address of a page that was asked for with a slash or an ending. */
function cleanAddress(path: string, base: string): string | undefined {
  if (`${path}/` === base) return base;
  if (path === base || !path.startsWith(base)) return undefined;
  if (path.endsWith("/index.html")) return path.slice(0, -"index.html".length);
  if (path.endsWith(".html")) return path.slice(0, -".html".length);
  return path.endsWith("/") ? path.replace(/\/+$/u, "") : undefined;
}

/** Files such as the list of what the build wrote are nobody's business; .well-known is made to be read. */
function isHidden(path: string): boolean {
  return /\/(?:\.|%2e)(?!well-known\/)/iu.test(path);
}

function notFound(root: string, response: ServerResponse): void {
  const page = join(root, "404.html");
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" });
  if (!existsSync(page)) return void response.end("Not found");
  createReadStream(page)
    .on("error", () => response.end())
    .pipe(response);
}
