import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { decoded } from "#content/decoded.ts";
import { baseOf, siteHandler } from "../../src/cli/serving/siteHandler.ts";
import { findFile, sendFound } from "../../src/cli/serving/siteFiles.ts";
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

/**
 * Answers as a host that knows files alone, and neither redirects nor headers of ours.
 * @param base what stands before the file in the address
 */
export async function answerFile(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ""] = (request.url ?? "").split("?");
  const file = path.slice(base.length).replace(/\/$/u, "");
  const found = path.startsWith(base) ? await findFile(folder, [file, `${file}.html`, `${file}/index.html`], request) : undefined;
  if (found === undefined) return void response.writeHead(404).end();
  await sendFound(found, response, {});
}
