import { inColour } from "../terminal/inColour.ts";
import type { Serving } from "./serveSite.ts";

/** The port of a site. */
export const PORT = 4321;

/** Where a server with accounts keeps what it stores, unless it is told otherwise. */
export const ACCOUNTS_FOLDER = ".broadsheet/accounts";

/** The port and the address that a command was asked to listen on. */
export type Asked = { port?: number; host?: string };

/** Serves until a signal stops the process, and closes the server first. */
export async function serve(folder: string, asked: Asked, accounts: true | string | undefined): Promise<void> {
  const serving = await startServing(folder, asked, accounts);
  sayWhere(serving, asked, PORT);
  closeAtEnd(serving);
}

/** Milliseconds after which a server ends that could not close by itself: service managers kill it soon after (10 s in Docker). */
const LONGEST_END = 9_000;

export function closeAtEnd({ close }: Pick<Serving, "close">): void {
  const end = () => {
    setTimeout(() => process.exit(1), LONGEST_END).unref();
    void close().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
}

async function startServing(folder: string, { port, host }: Asked, accounts: true | string | undefined): Promise<Serving> {
  if (accounts === undefined) {
    const { serveSite } = await import("./serveSite.ts");
    return serveSite(folder, { port: port ?? PORT, host, orNext: port === undefined });
  }
  const { serveAccounts } = await import("./serveAccounts.ts");
  return serveAccounts(folder, { port: port ?? PORT, host, folder: accounts === true ? ACCOUNTS_FOLDER : accounts });
}

export function sayWhere({ address, outside, port }: Omit<Serving, "close">, asked: Asked, usual: number): void {
  if (asked.port === undefined && port !== usual) console.error(inColour("yellow", `Port ${usual} is taken, so another one is used.`));
  console.log(`The paper is at ${inColour("cyan", address, process.stdout)}`);
  for (const other of outside) console.log(`and for other computers at ${inColour("cyan", other, process.stdout)}`);
}
