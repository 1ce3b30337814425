import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import sirv from "sirv";
import { CliError } from "./CliError.ts";

export type Serving = { address: string; port: number; close: () => Promise<void> };

type ServeOptions = {
  port: number;
  host?: string;
  base?: string;
  /** Take the next free port where this one is taken. */ orNext?: boolean;
};

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Content-Security-Policy": "frame-ancestors 'none'",
};

/** What never changes under its name: hashed files of the app, and pictures named by their content. */
const FOR_GOOD = /\/(?:assets|pictures)\/[^/]+$/u;

/**
 * Serves a built site as a static host would: clean addresses, its own 404
 * page, old addresses redirected. For trying it out, and good enough for a small paper.
 */
export async function serveSite(folder: string, { port, host = "localhost", base = "/", orNext = false }: ServeOptions): Promise<Serving> {
  const root = resolve(folder);
  if (!existsSync(join(root, "index.html")))
    throw new CliError(`There is no site in ${root}. Build one first: broadsheet build --out ${folder}`);
  const server = createServer(handler(root, base));
  const taken = await listen(server, port, host, orNext ? 20 : 1);
  return {
    address: `http://${host}:${taken}${base}`,
    port: taken,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}

function handler(root: string, base: string) {
  const moved = readRedirects(join(root, "_redirects"));
  const files = sirv(root, {
    extensions: ["html"],
    etag: true,
    gzip: true,
    brotli: true,
    dotfiles: false,
    setHeaders: (response, path) =>
      response.setHeader("Cache-Control", FOR_GOOD.test(path) ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const url = new URL(request.url ?? "/", "http://localhost");
    const to = moved.get(url.pathname) ?? cleanAddress(url.pathname, base);
    if (to !== undefined) return redirect(response, to + url.search);
    if (!url.pathname.startsWith(base)) return notFound(root, response);
    request.url = `/${url.pathname.slice(base.length)}${url.search}`;
    files(request, response, () => notFound(root, response));
  };
}

/** The one address of a page that was asked for with a slash or an ending. */
function cleanAddress(path: string, base: string): string | undefined {
  if (path === base || !path.startsWith(base)) return path === base.slice(0, -1) ? base : undefined;
  if (path.endsWith("/index.html")) return path.slice(0, -"index.html".length);
  if (path.endsWith(".html") && path !== `${base}404.html`) return path.slice(0, -".html".length);
  // Two slashes at the front would lead to another host.
  return path.endsWith("/") ? `/${path.replace(/^\/+|\/+$/gu, "")}` : undefined;
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to }).end();
}

function notFound(root: string, response: ServerResponse): void {
  const page = join(root, "404.html");
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" });
  if (existsSync(page)) createReadStream(page).pipe(response);
  else response.end("Not found");
}

/** The file that static hosts read: "from to 301" a line. */
function readRedirects(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const rules = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/u));
  return new Map(rules.flatMap(([from, to]) => (from?.startsWith("/") && to ? [[from, to] as const] : [])));
}

async function listen(server: Server, port: number, host: string, tries: number): Promise<number> {
  for (let at = port; at < port + tries; at++) {
    const failure = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(at, host, () => {
        server.off("error", done);
        done(undefined);
      });
    });
    if (failure === undefined) return portOf(server, at);
    if (failure.code !== "EADDRINUSE") throw new CliError(`Port ${at} cannot be opened: ${failure.message}.`, { cause: failure });
  }
  throw new CliError(`Port ${port} is taken. Name another with --port.`);
}

/** Port 0 asks the system for any free one. */
function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : asked;
}
