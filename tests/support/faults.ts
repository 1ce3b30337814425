import type { Fault } from "./site.ts";

export const missing: Fault = (_, response) => void response.writeHead(404).end("Not found");

export const serverError: Fault = (_, response) => void response.writeHead(500).end("Out of order");

/** As some hosts answer whatever they do not have: with a page, and 200. */
export const notJson: Fault = (_, response) =>
  void response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Welcome</title>");

/** All of the file was promised, and half of it came. */
export const cutOff: Fault = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 4000 });
  response.write('{"article":{"id":"operation', () => response.destroy());
};

/** Half of the file is all there is, as after a copy that was broken off. */
export const half: Fault = (_, response) =>
  void response.writeHead(200, { "Content-Type": "application/json" }).end('{"article":{"id":"operation');

/** JSON of another kind: it breaks the contract. */
export const otherJson: Fault = (_, response) => void response.writeHead(200, { "Content-Type": "application/json" }).end('{"version":2}');

/** The connection breaks before there is an answer. */
export const noAnswer: Fault = (request) => void request.socket.destroy();

export function late(milliseconds: number): Fault {
  return (_request, _response, next) => void setTimeout(next, milliseconds);
}
