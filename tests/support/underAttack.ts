import { join } from "node:path";
import { expect } from "vitest";
import { type Attacked, attackServer, openFiles, spoil, startOf } from "./attack.ts";
import { accountsProcess, freePort } from "./accountsProcess.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** Attacks a server with accounts, and expects the same process to answer at the end, with what it had open before. */
export async function expectToStand(count: number, seed: number): Promise<Attacked> {
  const folder = temporaryFolder();
  const server = await accountsProcess({ folder, port: await freePort() });
  const unspoil = await spoil(join(folder, "site"));
  try {
    const { port } = new URL(server.origin);
    const [start, before] = [startOf(server.process), openFiles(server.process)];
    const attacked = await attackServer(Number(port), count, seed);
    for (const path of attacked.failed) expect(["/loop", "/socket", "/vanishing.txt"]).toContain(path.replace(/\.html$/u, ""));
    expect(startOf(server.process)).toBe(start);
    expect((await fetch(`${server.origin}/api/ready`)).status).toBe(200);
    expect((await fetch(server.origin)).status).toBe(200);
    // Connections rest for five seconds before they are closed.
    await expect.poll(() => openFiles(server.process), { timeout: 20_000 }).toBeLessThanOrEqual(before + 5);
    return attacked;
  } finally {
    unspoil();
    expect(await server.end("SIGTERM")).toBe(0);
  }
}
