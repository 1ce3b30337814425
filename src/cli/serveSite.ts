import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { CliError } from "./CliError.ts";
import { baseOf, siteHandler } from "./siteHandler.ts";

export type Serving = { address: string; port: number; close: () => Promise<void> };

type ServeOptions = {
  port: number;
  host?: string;
  /** Take the next free port where this one is taken. */
  orNext?: boolean;
  /** Answers what is asked below `api/`. */
  api?: Handler;
  /** What every answer says beside its own headers. */
  headers?: () => Record<string, string>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves a built site as a static host would. For trying it out, and good
 * enough for a small paper behind a proxy that compresses.
 */
export async function serveSite(
  folder: string,
  { port, host = "localhost", orNext = false, api, headers }: ServeOptions,
): Promise<Serving> {
  const root = resolve(folder);
  if (!existsSync(join(root, "index.html")))
    throw new CliError(`There is no site in ${root}. Build one first: broadsheet build --out ${folder}`);
  const base = baseOf(root);
  const site = siteHandler(root, base);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers?.() ?? {})) response.setHeader(name, value);
    return (api && request.url?.startsWith(`${base}api/`) ? api : site)(request, response);
  });
  const taken = await listen(server, port, host, orNext ? 20 : 1);
  return {
    address: `http://${host}:${taken}${base}`,
    port: taken,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
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
