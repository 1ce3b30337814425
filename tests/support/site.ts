import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { decoded } from "#reader/shell/decoded.ts";
import { baseOf, siteHandler } from "../../src/cli/siteHandler.ts";
import { portOf } from "./portOf.ts";

/** What a server does instead of what it should. */
export type Fault = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Site = {
  /** With the base of the edition and a slash at its end. */
  address: string;
  /** The paths that were asked for, in order. */
  asked: string[];
  /** What goes wrong, by path. */
  faults: Map<string, Fault>;
  close: () => Promise<void>;
};

/** A built edition on a port of its own, served as `broadsheet serve` does, with faults where a test wants some. */
export async function openSite(folder: string, port = 0): Promise<Site> {
  const base = baseOf(folder);
  const serve = siteHandler(folder, base);
  const asked: string[] = [];
  const faults = new Map<string, Fault>();
  const server = createServer((request, response) => {
    const path = decoded(request.url ?? "/");
    asked.push(path);
    const next = () => serve(request, response);
    const fault = faults.get(path);
    if (fault) fault(request, response, next);
    else next();
  });
  return {
    address: `http://127.0.0.1:${await portOf(server, port)}${base}`,
    asked,
    faults,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}
