import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { fuzz } from "../support/fuzz/fuzz.ts";
import { fuzzFormats } from "../support/fuzz/fuzzFormats.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const MUTATIONS = 5000;
const KILLS = 100;

test("5,000 wrong bytes in each format end in a result or a structured error, each within 5 s", async ({ task }) => {
  const formats = fuzzFormats();
  let longest = 0;
  for (const format of formats) longest = Math.max(longest, await fuzz(format, MUTATIONS, Date.now() % 1_000_000_000));
  task.meta.figure = `${MUTATIONS} of each of ${formats.length} formats, the longest took ${longest.toFixed(2)} s`;
  expect(longest).toBeLessThan(5);
});

test("a build that is killed at 100 moments leaves the old site or the new one, whole", async ({ task }) => {
  const folder = temporaryFolder();
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  story(content, "rain");
  expect(await build(content, site)).toBe(0);
  const [small, sample] = [filesIn(site), filesIn(inject("sampleSite"))];
  const start = performance.now();
  expect(await build("content", site)).toBe(0);
  const whole = performance.now() - start;
  let [broken, finished] = [0, 0];
  for (let count = 0; count < KILLS; count++) {
    await build(content, site);
    const child = command("build", "--content", "content", "--out", site);
    const ended = once(child, "close");
    await wait(Math.random() * whole * 1.1);
    child.kill("SIGKILL");
    await ended;
    const now = filesIn(site);
    const isNew = now.has("article/operation-rescue.html");
    finished += isNew ? 1 : 0;
    if (!sameFiles(now, isNew ? sample : small)) broken += 1;
  }
  task.meta.figure = `${KILLS} kills within ${(whole / 1000).toFixed(1)} s: ${finished} left the new site, ${KILLS - finished - broken} the old one, ${broken} neither`;
  expect(broken).toBe(0);
});

test("a disk that is full ends the build with a sentence, and the old site stays", async ({ task }) => {
  const folder = temporaryFolder();
  const [content, disk] = [join(folder, "content"), join(folder, "disk")];
  const site = join(disk, "site");
  story(content, "rain");
  mkdirSync(disk);
  if (process.getuid?.() !== 0) throw new Error("Only root can mount the small disk that this needs.");
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", disk]);
  try {
    expect(await build(content, site)).toBe(0);
    const before = filesIn(site);
    const { code, said } = await run("build", "--content", "content", "--out", site);
    task.meta.figure = `exit ${code}: ${said.trim().split("\n").at(-1) ?? ""}`;
    expect(code).not.toBe(0);
    expect(said).toMatch(/no space|full/iu);
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+/mu);
    expect(filesIn(site)).toEqual(before);
  } finally {
    execFileSync("umount", [disk]);
  }
});

test("a target that cannot be written to ends the build with a sentence, and the old site stays", async ({ task }) => {
  const folder = temporaryFolder();
  const [content, disk] = [join(folder, "content"), join(folder, "disk")];
  const site = join(disk, "site");
  story(content, "rain");
  mkdirSync(disk);
  if (process.getuid?.() !== 0) throw new Error("Only root can mount the read-only disk that this needs.");
  execFileSync("mount", ["-t", "tmpfs", "tmpfs", disk]);
  try {
    expect(await build(content, site)).toBe(0);
    const before = filesIn(site);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, said } = await run("build", "--content", "content", "--out", site);
    task.meta.figure = `exit ${code}: ${said.trim().split("\n").at(-1) ?? ""}`;
    expect(code).not.toBe(0);
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+/mu);
    expect(filesIn(site)).toEqual(before);
  } finally {
    execFileSync("umount", [disk]);
  }
});

function story(content: string, slug: string): void {
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, `${slug}.md`), "---\nheadline: Rain\ndatePublished: 2024-05-01\n---\nIt rained.\n");
}

function command(...args: string[]) {
  return spawn(process.execPath, [join(inject("installation"), "bin", "broadsheet.js"), ...args], {
    env: { ...process.env, NODE_ENV: "production" },
  });
}

async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = command(...args);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += String(part)));
  await once(child, "close");
  return { code: child.exitCode, said };
}

async function build(content: string, site: string): Promise<number | null> {
  return (await run("build", "--content", content, "--out", site)).code;
}

function sameFiles(some: Map<string, string>, others: Map<string, string>): boolean {
  return some.size === others.size && [...some].every(([name, text]) => others.get(name) === text);
}
