import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** The oldest Node that the package is for, and those that are maintained. */
const NODES = ["20.19", "22", "24"];

const MANAGERS = ["npm", "pnpm", "yarn", "pnp"];

test("the packed package is installed by each package manager on each Node, and each of its commands runs there", ({ task }) => {
  const choices = [...NODES.map((version) => ["--node", version]), ...MANAGERS.map((name) => ["--manager", name])].flat();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/tryPackage.ts", ...choices], {
    encoding: "utf8",
  });
  const seconds = Array.from(stdout.matchAll(/^tried: .+ \((\d+) s\)$/gmu), ([, time]) => Number(time));
  const held = stdout.match(/^holds: .+$/gmu) ?? [];
  task.meta.figure = `${held.length} commands; npm, pnpm, Yarn, Yarn with Plug’n’Play, each on Node ${NODES.join(", ")}; up to ${Math.max(...seconds)} s each`;
  expect(stderr).not.toContain("FAILED");
  expect(status).toBe(0);
  expect(seconds).toHaveLength(NODES.length * MANAGERS.length);
});

test("two clean packs of a commit are the same bytes, wherever they are made", ({ task }) => {
  const folder = temporaryFolder();
  const hashes = ["first", "second/deeper"].map((name) => {
    const clone = join(folder, name);
    const run = (file: string, ...args: string[]) => execFileSync(file, args, { cwd: clone, encoding: "utf8" });
    execFileSync("git", ["clone", "--quiet", process.cwd(), clone]);
    run("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", "--silent");
    const tarball = run("npm", "pack", "--silent").trim().split("\n").at(-1) ?? "";
    return createHash("sha256")
      .update(readFileSync(join(clone, tarball)))
      .digest("hex");
  });
  task.meta.figure = `SHA-256 ${hashes[0]}`;
  expect(hashes[1]).toBe(hashes[0]);
});
