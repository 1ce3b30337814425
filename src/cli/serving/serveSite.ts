import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { CliError } from "../CliError.ts";
import { addressAt, addressesFromOutside, listen, type Place } from "./listen.ts";
import { baseOf, siteHandler } from "./siteHandler.ts";
import { findSite } from "../stage/changeBehindStandbyCopy.ts";

export type Serving = {
  address: string;
  /** The addresses for other computers. */
  outside: string[];
  port: number;
  close: () => Promise<void>;
};

type ServeOptions = Place & {
  /** Answers requests below `api/`. */
  api?: Handler;
  /** Headers that every response has besides its own. */
  headers?: () => Record<string, string>;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Milliseconds without any transfer after which a connection, and the file it reads, are closed. */
const STALLED = 120_000;

/**
 * Serves a built site as a static host would, to try it out. It is good enough
 * for a small paper behind a proxy that compresses.
 */
export async function serveSite(folder: string, { api, headers, ...place }: ServeOptions): Promise<Serving> {
  const root = resolve(folder);
  await findSite(root);
  if (!existsSync(join(root, "index.html")))
    throw new CliError(`There is no site in ${root}. Build one first: broadsheet build --out ${folder}`);
  const base = baseOf(root);
  const site = siteHandler(root, base);
  const server = createServer(async (request, response) => {
    // Pipelined requests take turns. One that waits holds nothing open, since nothing would tell it that its connection has ended.
    if (response.socket === null) await once(response, "socket");
    for (const [name, value] of Object.entries(headers?.() ?? {})) response.setHeader(name, value);
    return (api && request.url?.startsWith(`${base}api/`) ? api : site)(request, response);
  });
  server.setTimeout(STALLED);
  const port = await listen(server, place);
  return {
    address: addressAt(place.host, port, base),
    outside: addressesFromOutside(place.host, port, base),
    port,
    close: () => closed(server),
  };
}

/** Milliseconds in which responses that have begun may end, and between two looks for connections without one. */
const LONGEST_END = 5_000;
const LOOK_INTERVAL = 50;

/** Takes no further connections, lets responses end, and then closes what is left, such as stalled downloads. */
async function closed(server: Server): Promise<void> {
  const ended = new Promise((done) => server.close(done));
  // A kept-alive connection whose response has ended would otherwise take a next request.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_INTERVAL);
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_END);
  await ended;
  clearInterval(idle);
  clearTimeout(late);
}
