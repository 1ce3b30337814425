import { connect } from "node:net";
import { join } from "node:path";
import { expect } from "vitest";
import { Browser } from "./accounts.ts";
import { type Attacked, attackServer, openFiles, spoil, startOf } from "./attack.ts";
import { type AccountsProcess, accountsProcess, freePort } from "./accountsProcess.ts";
import { pipeline } from "./pipeline.ts";

/** A server with accounts in a folder, over a site with files that cannot be read. */
export async function serverToAttack(folder: string): Promise<AccountsProcess> {
  const server = await accountsProcess({ folder, port: await freePort() });
  const unspoil = await spoil(join(folder, "site"));
  return { ...server, end: (signal) => (unspoil(), server.end(signal)) };
}

/** Attacks a server, and expects the same process to answer at the end, with as many open files as before. */
export const expectToStand = (server: AccountsProcess, count: number, seed: number): Promise<Attacked> =>
  standing(server, async (port) => {
    const attacked = await attackServer(port, count, seed);
    for (const path of attacked.failed) expect(["/loop", "/socket", "/vanishing.txt"]).toContain(path.replace(/\.html$/u, ""));
    return attacked;
  });

/** The same for 20 connections that close while 1,500 requests wait in each. */
export const expectToLetGo = (server: AccountsProcess): Promise<void> =>
  standing(server, async (port) => {
    const waiting = Array.from({ length: 1500 }, () => "GET /long.bin");
    for (let count = 0; count < 20; count++) await pipeline(port, [count % 2 ? "GET /api/health" : "GET /", ...waiting], "", /^HTTP/u);
  });

async function standing<T>({ origin, process }: AccountsProcess, attack: (port: number) => Promise<T>): Promise<T> {
  const [start, before] = [startOf(process), openFiles(process)];
  const attacked = await attack(Number(new URL(origin).port));
  expect(startOf(process)).toBe(start);
  expect((await fetch(`${origin}/api/ready`)).status).toBe(200);
  expect((await fetch(origin)).status).toBe(200);
  // Idle connections are closed after five seconds.
  await expect.poll(() => openFiles(process), { timeout: 20_000 }).toBeLessThanOrEqual(before + 5);
  return attacked;
}

/**
 * Expects that a server with stalled downloads, idle connections and incomplete requests stops, and answers earlier requests first.
 * @returns how long it took in milliseconds
 */
export async function expectToEnd({ origin, end }: AccountsProcess): Promise<number> {
  // Its password is being hashed when the signal arrives.
  const asked = new Browser(origin).ask("POST", "/sign-in", { email: "nobody@example.org", password: "a guess of many" });
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  for (const sent of ["", "POST /api/sign-in HT", `${get("/")}GET / HT`, get("/"), get("/long.bin").repeat(3)])
    await new Promise<void>((begun) => {
      const socket = connect(Number(new URL(origin).port), "localhost", () => socket.write(sent, () => sent.startsWith("GET") || begun()));
      socket.on("error", () => {}).once("data", () => (socket.pause(), begun()));
    });
  const start = performance.now();
  const ended = end("SIGTERM");
  expect((await asked).status).toBe(401);
  expect(await ended).toBe(0);
  return performance.now() - start;
}
