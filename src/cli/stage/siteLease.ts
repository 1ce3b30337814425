import { createHash, randomUUID } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { CliError } from "../CliError.ts";
import { systemTrouble } from "../terminal/systemTrouble.ts";
import { besideSite } from "./sitePlaces.ts";

/** A lease that has not been renewed for this long is taken over: its build was killed on another computer, or its computer sleeps. */
const EXPIRES_MS = 60_000;

const RENEWED_MS = 10_000;

const POLL_MS = 250;

/**
 * Renews a lease by writing it again. In a thread of its own, since the build of a large paper keeps the main one busy for minutes.
 * The file is open, so that a lease which has taken its place is not renewed by mistake.
 */
const RENEWAL = `
const { workerData: { file, token, every } } = require("node:worker_threads");
setInterval(() => require("node:fs").writeSync(file, token, 0), every);`;

/** What a lease is for: which programs take turns, what they write to, and the lease of a folder. */
export type Leased = { program: string; place: string; file: (folder: string) => string };

const SITE: Leased = { program: "build", place: "The site in", file: (out) => besideSite(out, "lease") };

/** @throws CliError if another build has taken over the lease */
export type CheckLease = () => void;

/**
 * Does what only one program may do at a time to a folder: by default, to a site and to what builds keep beside it.
 * @param waits whether to wait for another program at the same folder, or to fail
 * @param say receives a sentence if there is one to wait for
 * @param work is to check the lease before it changes the folder: while a computer sleeps, another takes it over
 */
export async function withLease<T>(
  out: string,
  { waits, say, leased = SITE }: { waits: boolean; say: (sentence: string) => void; leased?: Leased },
  work: (check: CheckLease) => Promise<T>,
): Promise<T> {
  const path = leased.file(out);
  mkdirSync(dirname(path), { recursive: true });
  const file = await taken(path, () => {
    const sentence = `Another ${leased.program} is writing to ${resolve(out)}`;
    if (!waits) throw new CliError(`${sentence}. Run this again when it has ended, or without --no-wait.`);
    say(`${sentence}; waiting for it …`);
  });
  const renewal = new Worker(RENEWAL, { eval: true, workerData: { file, token: readFileSync(path, "utf8"), every: RENEWED_MS } });
  renewal.unref();
  // On a disk that fails, the lease expires, and the build notices.
  renewal.on("error", () => {});
  const check = (): void => {
    if (!holds(file, path))
      throw new CliError(
        `Another ${leased.program} has taken over ${resolve(out)}, because this one did not go on for a minute: it has stopped.`,
      );
  };
  const release = (): void => {
    if (holds(file, path)) rmSync(path);
  };
  const end = (signal: NodeJS.Signals): void => {
    release();
    for (const each of ENDING) process.off(each, end);
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING) process.on(signal, end);
  try {
    return await work(check);
  } catch (error) {
    // What failed may have failed because the other build has removed its files.
    check();
    const trouble = systemTrouble(error, `${leased.place} ${resolve(out)}`);
    throw trouble === undefined ? error : new CliError(trouble, { cause: error });
  } finally {
    for (const signal of ENDING) process.off(signal, end);
    await renewal.terminate();
    release();
    closeSync(file);
  }
}

const ENDING: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** @param waiting is called if there is a wait */
async function taken(path: string, waiting: () => void): Promise<number> {
  let file = take(path);
  if (file === undefined) waiting();
  for (; file === undefined; file = take(path)) await wait(POLL_MS);
  return file;
}

/** Takes a lease that nobody has, or that has expired. @returns its open file; undefined if somebody has it */
function take(path: string): number | undefined {
  return create(path) ?? takeOver(path);
}

function create(path: string): number | undefined {
  try {
    const file = openSync(path, "wx+");
    writeSync(file, `${process.pid}-${MACHINE}-${randomUUID()}`);
    return file;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return undefined;
    throw error;
  }
}

/**
 * Replaces a lease that has expired. Only one can claim the succession to a lease, and the claim is itself a lease, since
 * who has it may be killed.
 */
function takeOver(path: string): number | undefined {
  const before = tokenIn(path);
  if (before === undefined) return undefined;
  const claim = `${path}-${before}`;
  const file = take(claim);
  if (file === undefined) return undefined;
  if (tokenIn(path) === before && (isOfDead(before) || isExpired(path, file))) renameSync(claim, path);
  else rmSync(claim, { force: true });
  if (holds(file, path)) return file;
  closeSync(file);
  return undefined;
}

/** Where process numbers mean the same as here: on Linux, containers on one computer have numbers of their own. */
const MACHINE = createHash("sha256").update(machine()).digest("hex").slice(0, 16);

function machine(): string {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8")}${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** Whether the process that wrote a lease is known to have ended. If its number has been given to another, the lease has to expire. */
function isOfDead(token: string): boolean {
  const [, pid, where] = /^(\d+)-([\da-f]{16})-/u.exec(token) ?? [];
  if (pid === undefined || where !== MACHINE) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

/** Compares two times of the file system, because the clocks of two computers may differ. */
function isExpired(path: string, newer: number): boolean {
  const lease = statSync(path, { throwIfNoEntry: false });
  return lease !== undefined && fstatSync(newer).mtimeMs - lease.mtimeMs > EXPIRES_MS;
}

function holds(file: number, path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(file).ino;
}

/** Undefined if the lease has been released. */
function tokenIn(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
