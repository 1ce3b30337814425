import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { findSite } from "#cli/stage/changeBehindStandbyCopy.ts";
import { expireLease } from "../support/expireLease.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const KILLS = 100;
/** Less for a first look: KILLS=50 npx vitest run --config vitest.checks.config.ts tests/checks/builds.test.ts -t "last phase" */
const KILLS_AT_THE_END = Number(process.env["KILLS"] ?? 1000);
/** For each of them, in milliseconds: also on a machine with other work. */
const PATIENCE = 10_000;

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
    expireLease(site);
    const now = filesIn(site);
    const isNew = now.has("article/operation-rescue.html");
    finished += isNew ? 1 : 0;
    if (!sameFiles(now, isNew ? sample : small)) broken += 1;
  }
  task.meta.figure = `${KILLS} kills within ${(whole / 1000).toFixed(1)} s: ${finished} left the new site, ${KILLS - finished - broken} the old one, ${broken} neither`;
  expect(broken).toBe(0);
});

test(
  "a build that is killed in its last phase leaves the old site or the new one, whole",
  { timeout: KILLS_AT_THE_END * PATIENCE },
  async ({ task }) => {
    const folder = temporaryFolder();
    const lasts = await LastPhase.of(folder, join(folder, "site"));
    const { old, finished, between, broken, phase } = await lasts.kill(KILLS_AT_THE_END);
    task.meta.figure = `${KILLS_AT_THE_END} kills in the last ${phase} ms: ${finished} left the new site, ${old} the old one, ${broken} neither; ${between} came between two renames, and the site was found`;
    expect(broken).toBe(0);
  },
);

test(
  "a build that is killed in its last phase leaves the old site or the new one where the site is a link",
  { timeout: KILLS_AT_THE_END * PATIENCE },
  async ({ task }) => {
    const folder = temporaryFolder();
    const target = join(folder, "papers", "paper");
    mkdirSync(target, { recursive: true });
    symlinkSync(target, join(folder, "site"));
    const lasts = await LastPhase.of(folder, join(folder, "site"));
    const kills = Math.ceil(KILLS_AT_THE_END / 5);
    const { old, finished, between, broken, phase } = await lasts.kill(kills);
    task.meta.figure = `${kills} kills in the last ${phase} ms: ${finished} left the new site, ${old} the old one, ${broken} neither, ${between} none`;
    expect(broken + between).toBe(0);
  },
);

test("a site that is a disk of its own is changed file by file, which is said; what was left by a build that was killed, the next finishes", async ({
  task,
}) => {
  const folder = temporaryFolder();
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  story(content, "rain");
  await onDisk(site, [], async () => {
    expect(await build(content, site)).toBe(0);
    const small = filesIn(site);
    const { said } = await run("build", "--content", "content", "--out", site);
    expect(filesIn(site)).toEqual(filesIn(inject("sampleSite")));
    task.meta.figure = said.split("\n").find((line) => line.includes("file by file")) ?? "nothing is said";
    expect(said).toMatch(/file by file.*\(EXDEV\)/u);
    const child = command("build", "--content", content, "--out", site);
    const ended = once(child, "close");
    while (!existsSync(join(folder, ".site.broadsheet-changes"))) await wait(1);
    child.kill("SIGKILL");
    await ended;
    expireLease(site);
    expect(await build(content, site)).toBe(0);
    expect(filesIn(site)).toEqual(small);
  });
});

test("a disk that is full ends the build with a sentence, and the old site stays", async ({ task }) => {
  const folder = temporaryFolder();
  const [content, disk] = [join(folder, "content"), join(folder, "disk")];
  const site = join(disk, "site");
  story(content, "rain");
  await onDisk(disk, ["-o", "size=12m"], async () => {
    expect(await build(content, site)).toBe(0);
    const before = filesIn(site);
    const { code, said } = await run("build", "--content", "content", "--out", site);
    task.meta.figure = `exit ${code}: ${said.trim().split("\n").at(-1) ?? ""}`;
    expect(code).not.toBe(0);
    expect(said).toMatch(/no space|full/iu);
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+/mu);
    expect(filesIn(site)).toEqual(before);
  });
});

test("a target that cannot be written to ends the build with a sentence, and the old site stays", async ({ task }) => {
  const folder = temporaryFolder();
  const [content, disk] = [join(folder, "content"), join(folder, "disk")];
  const site = join(disk, "site");
  story(content, "rain");
  await onDisk(disk, [], async () => {
    expect(await build(content, site)).toBe(0);
    const before = filesIn(site);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, said } = await run("build", "--content", "content", "--out", site);
    task.meta.figure = `exit ${code}: ${said.trim().split("\n").at(-1) ?? ""}`;
    expect(code).not.toBe(0);
    expect(said).not.toMatch(/^\s+at .*:\d+:\d+/mu);
    expect(filesIn(site)).toEqual(before);
  });
});

/** Does something while a folder is a disk of its own. */
async function onDisk(folder: string, options: string[], work: () => Promise<void>): Promise<void> {
  mkdirSync(folder);
  if (process.getuid?.() !== 0) throw new Error("Only root can mount the disk that this needs.");
  execFileSync("mount", ["-t", "tmpfs", ...options, "tmpfs", folder]);
  try {
    await work();
  } finally {
    execFileSync("umount", [folder]);
  }
}

/**
 * A site that becomes one of two made sites and the other in turns, to be killed when all is made
 * and is put in its place. Only that last phase is run, in a process of its own, not a whole build.
 */
class LastPhase {
  readonly #site: string;
  readonly #made: [string, string];
  #whole: Map<string, string>[] = [];

  private constructor(folder: string, site: string) {
    this.#site = site;
    this.#made = [join(folder, "made", "one"), join(folder, "made", "two")];
  }

  static async of(folder: string, site: string): Promise<LastPhase> {
    const lasts = new LastPhase(folder, site);
    for (const [which, made] of lasts.#made.entries()) {
      const content = join(folder, basename(made));
      for (let number = which; number < 40; number += 1) story(content, `rain-${number}`);
      writeFileSync(join(content, "edition.json"), JSON.stringify({ name: basename(made) }));
      expect(await build(content, made)).toBe(0);
    }
    return lasts;
  }

  /** @returns how many left what, and how long the phase takes in milliseconds */
  async kill(kills: number) {
    const phase = await this.#phase();
    const counts = { old: 0, finished: 0, between: 0, broken: 0, phase };
    let before = 1;
    for (let count = 0; count < kills; count += 1) {
      await this.#killOne(1 - before, Math.random() * phase * 1.1);
      if (!existsSync(this.#site)) counts.between += 1;
      await findSite(this.#site);
      const now = filesIn(this.#site);
      const found = this.#whole.findIndex((whole) => sameFiles(now, whole));
      counts[found === -1 ? "broken" : found === before ? "old" : "finished"] += 1;
      if (found !== -1) before = found;
      // What was killed leaves all to do anew: some are to change a site that a build has ended well.
      if (count % 4 === 0) {
        before = 1 - before;
        await this.#change(before).ended;
      }
    }
    return counts;
  }

  /** Makes the site each of the two, with what a publisher has put beside them, and takes the time of the slowest change. */
  async #phase(): Promise<number> {
    await this.#change(0).ended;
    writeFileSync(join(this.#site, "CNAME"), "paper.example");
    mkdirSync(join(this.#site, "article", "own"));
    writeFileSync(join(this.#site, "article", "own", "notes.txt"), "mine");
    this.#whole = [filesIn(this.#site)];
    let longest = 0;
    for (let count = 1; count < 6; count += 1) {
      const { child, ended } = this.#change(count % 2);
      await once(child.stdout, "data");
      const start = performance.now();
      await once(child.stdout, "data");
      longest = Math.max(longest, performance.now() - start);
      await ended;
      this.#whole[count % 2] ??= filesIn(this.#site);
    }
    return Math.ceil(longest);
  }

  /** Says "made" when all that changes lies beside the site, and "put" when it is in its place. */
  #change(which: number) {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/copiedBuild.ts", this.#site, this.#made[which] ?? ""], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    return { child, ended: once(child, "close") };
  }

  async #killOne(which: number, after: number): Promise<void> {
    const { child, ended } = this.#change(which);
    await once(child.stdout, "data");
    const start = performance.now();
    while (performance.now() - start < after);
    child.kill("SIGKILL");
    await ended;
  }
}

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
