import type { IncomingMessage } from "node:http";

/** Where a request says who asks, once `markClient` has seen it. */
export const clientHeader = "x-broadsheet-client";

/**
 * Writes the network address of the client into the request; a client cannot set
 * another one. Of an IPv6 address the first 64 bits count, which are one customer's.
 * @param behindProxy whether the last part of X-Forwarded-For was written by a proxy of ours
 */
export function markClient(request: IncomingMessage, behindProxy: boolean): void {
  const forwarded = request.headers["x-forwarded-for"];
  const last = behindProxy && typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  const client = networkOf(withoutPort(last ?? request.socket.remoteAddress ?? ""));
  request.headers[clientHeader] = client;
  // The listener makes its request of the raw headers.
  const kept = rawPairs(request.rawHeaders).filter(([name]) => name.toLowerCase() !== clientHeader);
  request.rawHeaders = [...kept.flat(), clientHeader, client];
}

function rawPairs(raw: string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] satisfies [string, string]] : []));
}

/** Some proxies write the port behind the address: 192.0.2.7:4711 and [2001:db8::7]:4711 (RFC 7239, section 6). */
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
