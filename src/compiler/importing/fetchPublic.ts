import { lookup as resolveHost } from "node:dns/promises";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./publicAddress.ts";

/** Name resolution, and the addresses that may be connected to. Tests use their own. */
export type Network = {
  /** All addresses of a host. */
  resolve: (host: string) => Promise<{ address: string; family: number }[]>;
  isAllowed: (address: string) => boolean;
};

export const publicNetwork: Network = { resolve: (host) => resolveHost(host, { all: true }), isAllowed: isPublicAddress };

export type FetchLimits = {
  network: Network;
  /** The maximum size, in bytes. */ most: number;
  /** The time limit, redirects included, in milliseconds. */ patience: number;
  /** The accepted media types, by default pictures. */ accept?: string;
};

/** Why nothing could be fetched. The message completes a sentence whose subject is the address. */
export class FetchError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FetchError";
  }
}

const REDIRECTS = 5;

/**
 * Fetches an address of the public web. It never connects to a private, local or
 * otherwise special address, whatever a name resolves to: the address that is
 * checked is the one that is connected to, for each redirect again.
 * @throws FetchError
 */
export async function fetchPublic(address: string, limits: FetchLimits): Promise<Buffer> {
  const signal = AbortSignal.timeout(limits.patience);
  let at = address;
  for (let hops = 0; hops <= REDIRECTS; hops += 1) {
    const url = webAddress(at);
    const response = await answer(url, limits, signal);
    const { statusCode = 0, headers } = response;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
      response.destroy();
      if (!URL.canParse(headers.location, url)) throw new FetchError("redirects to something that is not an address");
      at = new URL(headers.location, url).href;
    } else if (statusCode !== 200) {
      response.destroy();
      throw new FetchError(`was answered with ${statusCode}`);
    } else return bytesOf(response, limits.most, signal);
  }
  throw new FetchError("redirects too often");
}

function webAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol)) throw new FetchError("is not a web address");
  if (url.username !== "" || url.password !== "") throw new FetchError("contains a user name or a password");
  return url;
}

function answer(url: URL, { network, accept = "image/*" }: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  // Node does not call `lookup` for an IP address.
  if (isIP(host) !== 0 && !network.isAllowed(host)) throw new FetchError(NOT_PUBLIC);
  const headers = { accept, "accept-encoding": "identity", "user-agent": "Broadsheet" };
  return new Promise((done, failed) => {
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    // Without an agent, no connection is reused for another name.
    request(url, { agent: false, headers, signal, lookup: guardedLookup(network) }, done)
      .on("error", (error) => failed(asFetchError(error, signal)))
      .end();
  });
}

const NOT_PUBLIC = "is not on the public internet";

/** A `lookup` function for Node that only returns addresses that may be connected to. */
export function guardedLookup({ resolve, isAllowed }: Network): LookupFunction {
  return (host, { all, family }, give) => {
    resolve(host).then(
      (found) => {
        const wanted = found.filter((each) => (family !== 4 && family !== 6) || each.family === family);
        const [first] = wanted;
        if (!first) return give(new FetchError("has a host without an address"), "", 0);
        // One forbidden address is enough to refuse: a host that mixes both is suspicious.
        if (!wanted.every(({ address }) => isAllowed(address))) return give(new FetchError(NOT_PUBLIC), "", 0);
        if (all === true) give(null, wanted);
        else give(null, first.address, first.family);
      },
      (error: unknown) => give(error instanceof Error ? error : new FetchError(String(error)), "", 0),
    );
  };
}

async function bytesOf(response: IncomingMessage, most: number, signal: AbortSignal): Promise<Buffer> {
  const tooLarge = new FetchError(`is larger than ${Math.round(most / 1024 / 1024)} MB`);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    if (Number(response.headers["content-length"] ?? 0) > most) throw tooLarge;
    for await (const part of response) {
      if (!Buffer.isBuffer(part)) continue;
      size += part.length;
      if (size > most) throw tooLarge;
      parts.push(part);
    }
  } catch (error) {
    throw asFetchError(error, signal);
  } finally {
    response.destroy();
  }
  if (!response.complete) throw new FetchError("was cut off");
  return Buffer.concat(parts);
}

function asFetchError(error: unknown, signal: AbortSignal): FetchError {
  if (error instanceof FetchError) return error;
  if (signal.aborted) return new FetchError("took too long", { cause: error });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why =
    code === "ENOTFOUND"
      ? "has a host that does not exist"
      : code === "ECONNRESET"
        ? "was cut off"
        : `cannot be reached (${code || String(error)})`;
  return new FetchError(why, { cause: error });
}
