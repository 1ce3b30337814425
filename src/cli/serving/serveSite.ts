import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { CliError } from "../CliError.ts";
import { addressAt, addressesFromOutside, listen, type Place } from "./listen.ts";
import { baseOf, siteHandler } from "./siteHandler.ts";
import { findSite } from "../stage/standIn.ts";

export type Serving = {
  address: string;
  /** The same for other computers. */
  outside: string[];
  port: number;
  close: () => Promise<void>;
};

type ServeOptions = Place & {
  /** Answers what is asked below `api/`. */
  api?: Handler;
  /** What every answer says beside its own headers. */
  headers?: () => Record<string, string>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Milliseconds in which nothing moved, after which a connection and the file that it reads are let go. */
const STALLED = 120_000;

/**
 * Serves a built site as a static host would. For trying it out, and good
 * enough for a small paper behind a proxy that compresses.
 */
export async function serveSite(folder: string, { api, headers, ...place }: ServeOptions): Promise<Serving> {
  const root = resolve(folder);
  await findSite(root);
  if (!existsSync(join(root, "index.html")))
    throw new CliError(`There is no site in ${root}. Build one first: broadsheet build --out ${folder}`);
  const base = baseOf(root);
  const site = siteHandler(root, base);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers?.() ?? {})) response.setHeader(name, value);
    return (api && request.url?.startsWith(`${base}api/`) ? api : site)(request, response);
  });
  server.setTimeout(STALLED);
  const port = await listen(server, place);
  return {
    address: addressAt(place.host, port, base),
    outside: addressesFromOutside(place.host, port, base),
    port,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}
