import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { launchChromium } from "../../tests/support/chromium.ts";
import { portOf } from "../../tests/support/portOf.ts";
import { certificate, type Front, openFront } from "./front.ts";
import type { Peer } from "./peers.ts";
import { type Probe, visit } from "./visits.ts";

/** What is measured: seconds of a build from nothing, and after a change to one story; the rest as in visits.ts and of the output. */
export const MEASURES = ["build", "change", "paint", "tap", "back", "requests", "kilobytes", "files", "megabytes"] as const;

export type Figures = Record<(typeof MEASURES)[number], number>;

/** Medians by the name of what was measured; the ratios are Broadsheet's figures to those of the others. */
export type Comparison = { sites: Record<string, Figures & { version: string }>; ratios: Record<string, Figures> };

/** What is known of a peer in each round. */
type Rounds = Map<Peer, Partial<Figures>[]>;

/**
 * Measures all of the peers in each round. One that fails is left out, and said to be.
 * @param peers Broadsheet first, to which the others are compared
 */
export async function compared(peers: Peer[], rounds: number, probe: (peer: Peer) => Probe, changed: string): Promise<Comparison> {
  const measured: Rounds = new Map(peers.map((peer) => [peer, []]));
  for (let round = 0; round < rounds; round += 1)
    await inTurns(measured, round, (peer) => ({ ...builtAnew(peer), ...built(peer, changed), ...contents(peer) }));
  const { key, cert, fingerprint } = await certificate();
  const opened = new Map<Peer, Opened>();
  const browser = await launchChromium({ remembersPages: true, flags: [`--ignore-certificate-errors-spki-list=${fingerprint}`] });
  try {
    // A first visit fills the server's memory, as that of any host is.
    await inTurns(measured, 0, async (peer) => {
      opened.set(peer, await open(peer, { key, cert }));
      await visit(browser, frontOf(opened, peer), probe(peer));
      return {};
    });
    for (let round = 0; round < rounds; round += 1)
      await inTurns(measured, round, (peer) => visit(browser, frontOf(opened, peer), probe(peer)), round);
  } finally {
    await browser.close();
    for (const { front, server } of opened.values()) {
      front.close();
      server?.kill();
    }
  }
  return summary(measured);
}

/** Runs a step for every peer, each round beginning with another. */
async function inTurns(
  measured: Rounds,
  round: number,
  step: (peer: Peer) => Partial<Figures> | Promise<Partial<Figures>>,
  into = round,
): Promise<void> {
  const peers = [...measured.keys()];
  const first = round % peers.length;
  for (const peer of [...peers.slice(first), ...peers.slice(0, first)]) {
    try {
      const figures = await step(peer);
      const rows = measured.get(peer) ?? [];
      rows[into] = { ...rows[into], ...figures };
    } catch (cause) {
      console.error(`${peer.name} is left out: ${cause instanceof Error ? cause.message : String(cause)}`);
      measured.delete(peer);
    }
  }
}

function builtAnew(peer: Peer): Partial<Figures> {
  peer.clean();
  return { build: secondsOf(peer.build) };
}

function built(peer: Peer, changed: string): Partial<Figures> {
  peer.change(changed);
  return { change: secondsOf(peer.build) };
}

function secondsOf(act: () => void): number {
  const start = performance.now();
  act();
  return (performance.now() - start) / 1000;
}

/** What was built, without caches. */
function contents({ output }: Peer): Partial<Figures> {
  const names = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => !/^cache\b/u.test(name));
  const files = names.map((name) => statSync(join(output, name))).filter((stats) => stats.isFile());
  return { files: files.length, megabytes: files.reduce((sum, { size }) => sum + size, 0) / 1e6 };
}

type Opened = { front: Front; server?: ChildProcess };

async function open(peer: Peer, secured: { key: string; cert: string }): Promise<Opened> {
  if (!peer.server) return { front: await openFront({ folder: peer.output }, secured) };
  const [command = "", ...options] = peer.server.command;
  const free = createServer();
  const port = await portOf(free);
  await new Promise((done) => free.close(done));
  const server = spawn(command, [...options, "-p", String(port)], { cwd: peer.server.folder, stdio: "ignore" });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)) return { front: await openFront({ port }, secured), server };
    await wait(100);
  }
  server.kill();
  throw new Error(`${command} ${options.join(" ")} does not answer`);
}

function frontOf(opened: Map<Peer, Opened>, peer: Peer): Front {
  const found = opened.get(peer);
  if (!found) throw new Error(`${peer.name} is not served`);
  return found.front;
}

function summary(measured: Rounds): Comparison {
  const [[own, ours] = [undefined, []], ...others] = [...measured].map(([peer, rows]) => [peer, rows] as const);
  if (!own || own.name !== "Broadsheet") throw new Error("Broadsheet itself could not be measured.");
  const sites = [...measured].map(([{ name, version }, rows]) => [
    name,
    { version, ...each((measure) => median(rows.map((row) => row[measure]))) },
  ]);
  const ratios = others.map(([{ name }, theirs]) => {
    const ratio = (measure: keyof Figures) => median(ours.map((row, round) => (row[measure] ?? NaN) / (theirs[round]?.[measure] ?? NaN)));
    return [name, each(ratio)];
  });
  return { sites: Object.fromEntries(sites), ratios: Object.fromEntries(ratios) };
}

function each(of: (measure: keyof Figures) => number): Figures {
  const none = { build: NaN, change: NaN, paint: NaN, tap: NaN, back: NaN, requests: NaN, kilobytes: NaN, files: NaN, megabytes: NaN };
  return MEASURES.reduce<Figures>((figures, measure) => ({ ...figures, [measure]: of(measure) }), none);
}

/** To three digits. */
function median(values: (number | undefined)[]): number {
  const sorted = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return Number(((low + high) / 2).toPrecision(3));
}
