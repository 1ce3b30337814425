import { createServer, type Server } from "node:net";
import { networkInterfaces } from "node:os";
import { CliError } from "../CliError.ts";

/** Where a server listens: `host` is a name or an address of this computer, or 0.0.0.0 or :: for all its addresses. */
export type Place = {
  port: number;
  host?: string | undefined;
  /** Whether to take one of the following ports if this one is taken. */
  orNext?: boolean | undefined;
};

/** Reachable from this computer only. */
const LOCAL = "localhost";

const ALL = new Set(["0.0.0.0", "::"]);

/** @returns the port that was opened: with port 0, the system chooses a free one */
export async function listen(server: Server, { port, host = LOCAL, orNext = false }: Place): Promise<number> {
  for (let at = port; at < port + (orNext ? 20 : 1); at++) {
    const failure = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(at, host, () => {
        server.off("error", done);
        done(undefined);
      });
    });
    if (failure === undefined) return portOf(server, at);
    if (failure.code !== "EADDRINUSE") {
      const where = host === LOCAL ? `Port ${at}` : `Port ${at} of ${host}`;
      throw new CliError(`${where} cannot be opened: ${failure.message}.`, { cause: failure });
    }
  }
  throw new CliError(`Port ${port} is taken. Name another with --port.`);
}

/** A free port, for a server that opens it itself. */
export async function freePort(place: Place): Promise<number> {
  const server = createServer();
  const port = await listen(server, place);
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The address by which this computer reaches what listens at `host`. */
export function addressAt(host = LOCAL, port: number, base = "/"): string {
  const name = ALL.has(host) ? LOCAL : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}${base}`;
}

/** The addresses by which other computers reach what listens at `host`. */
export function addressesFromOutside(host = LOCAL, port: number, base = "/"): string[] {
  if (!ALL.has(host)) return [];
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => addressAt(address, port, base));
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : asked;
}
