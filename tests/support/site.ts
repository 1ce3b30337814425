import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { decoded } from "#content/decoded.ts";
import { baseOf, siteHandler } from "../../src/cli/serving/siteHandler.ts";
import { findFile, sendFound } from "../../src/cli/serving/siteFiles.ts";
import { portOf } from "./portOf.ts";

/** A fault of a server, in place of its answer. */
export type Fault = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export type Site = {
  /** The address, with the base of the edition and a slash at its end. */
  address: string;
  /** The requested paths, in order. */
  asked: string[];
  /** The faults, by path. */
  faults: Map<string, Fault>;
  close: () => Promise<void>;
};

/** A built edition on a separate port, served as by `broadsheet serve`, with the faults that a test sets. */
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
 * Answers like a host that only serves files, without our redirects and headers.
 * @param base the path before the file in the address
 */
export async function answerFile(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ""] = (request.url ?? "").split("?");
  const file = path.slice(base.length).replace(/\/$/u, "");
  const found = path.startsWith(base) ? await findFile(folder, [file, `${file}.html`, `${file}/index.html`], request) : undefined;
  if (found === undefined) return void response.writeHead(404).end();
  await sendFound(found, response, {});
}
