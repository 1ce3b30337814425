import type { Server } from "node:net";

/** Starts a server that only this computer can reach. @returns its port: the one that was asked for, or one that the system chose */
export async function portOf(server: Server, wanted = 0): Promise<number> {
  await new Promise<void>((listening) => server.listen(wanted, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return address.port;
}
