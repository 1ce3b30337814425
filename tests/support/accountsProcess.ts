import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { portOf } from "./portOf.ts";

export type AccountsProcess = {
  origin: string;
  /** The process id. */
  process: number;
  /** What it logged until now. */
  logged: () => string;
  /** Stops it and waits for its exit. @returns its exit code, or the signal that ended it */
  end: (signal: NodeJS.Signals) => Promise<number | string>;
};

type Options = {
  folder: string;
  port: number;
  env?: Record<string, string>;
  /** The largest size that a file may reach, in order to simulate a full disk. */
  kilobytes?: number;
};

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((done) => server.close(done));
  return port;
}

/** `broadsheet serve --accounts` as a process of its own, over a site of one page. */
export async function accountsProcess({ folder, port, env = {}, kilobytes }: Options): Promise<AccountsProcess> {
  const site = join(folder, "site");
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, "index.html"), '<!doctype html><meta name="broadsheet-base" content="/">');
  writeFileSync(join(site, "manifest.webmanifest"), '{"name":"The Test"}');
  const command = ["--import", "tsx", "src/cli/main.ts", "serve", site, "--port", String(port), "--accounts", folder];
  const limit = kilobytes === undefined ? "" : `ulimit -f ${kilobytes}; `;
  const child = spawn("bash", ["-c", `${limit}exec "$0" "$@"`, process.execPath, ...command], {
    env: { ...process.env, LOG_LEVEL: "silent", BEHIND_PROXY: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let logged = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (logged += String(part)));
  const gone = new Promise<number | string>((done) => child.once("exit", (code, signal) => done(code ?? signal ?? "")));
  const origin = `http://localhost:${port}`;
  await ready(origin, child);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return gone;
  };
  return { origin, process: child.pid ?? 0, logged: () => logged, end };
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${origin}/api/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill("SIGKILL");
  throw new Error("The server did not start.");
}
