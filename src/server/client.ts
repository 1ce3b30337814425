import type { IncomingMessage } from "node:http";
import type { Context } from "hono";

/** The request header with the client's network address, set by `markClient`. */
const clientHeader = "x-broadsheet-client";

/**
 * Writes the network address of the client into the request; clients cannot forge
 * it. For IPv6 it is the first 64 bits, which identify one customer.
 * @param behindProxy whether a proxy of ours writes the last part of X-Forwarded-For
 */
export function markClient(request: IncomingMessage, behindProxy: boolean): void {
  const forwarded = request.headers["x-forwarded-for"];
  const last = behindProxy && typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  const client = networkOf(withoutPort(last ?? request.socket.remoteAddress ?? ""));
  request.headers[clientHeader] = client;
  // The listener builds its request from the raw headers.
  const kept = rawPairs(request.rawHeaders).filter(([name]) => name.toLowerCase() !== clientHeader);
  request.rawHeaders = [...kept.flat(), clientHeader, client];
}

/** The network of a client, as `markClient` wrote it. */
export const clientOf = (c: Context): string => c.req.header(clientHeader) ?? "";

function rawPairs(raw: string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] satisfies [string, string]] : []));
}

/** Some proxies append the port to the address: 192.0.2.7:4711 and [2001:db8::7]:4711 (RFC 7239, section 6). */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/u.exec(address)?.[1] ?? /^([\d.]+):\d+$/u.exec(address)?.[1] ?? address;
}

function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/iu.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(":")) return mapped ?? address;
  const [front = "", back] = address.split("::");
  const given = front.split(":").filter((part) => part !== "");
  const tail = back === undefined ? [] : back.split(":").filter((part) => part !== "");
  const zeros = back === undefined ? [] : Array.from({ length: Math.max(0, 8 - given.length - tail.length) }, () => "0");
  return [...given, ...zeros, ...tail].slice(0, 4).join(":");
}
