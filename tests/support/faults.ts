import type { Fault } from "./site.ts";

export const missing: Fault = (_, response) => void response.writeHead(404).end("Not found");

export const serverError: Fault = (_, response) => void response.writeHead(500).end("Out of order");

/** Some hosts answer every missing file with a page and status 200. */
export const notJson: Fault = (_, response) =>
  void response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Welcome</title>");

/** The Content-Length is that of the whole file, and half of it is sent. */
export const cutOff: Fault = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 4000 });
  response.write('{"article":{"id":"operation', () => response.destroy());
};

/** The file itself is half its size, as after an interrupted copy. */
export const half: Fault = (_, response) =>
  void response.writeHead(200, { "Content-Type": "application/json" }).end('{"article":{"id":"operation');

/** JSON that does not match the schema. */
export const otherJson: Fault = (_, response) => void response.writeHead(200, { "Content-Type": "application/json" }).end('{"version":2}');

/** The connection breaks before the answer. */
export const noAnswer: Fault = (request) => void request.socket.destroy();

export function late(milliseconds: number): Fault {
  return (_request, _response, next) => void setTimeout(next, milliseconds);
}
