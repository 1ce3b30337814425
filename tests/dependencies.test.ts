import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

type Package = { license?: string; dev?: boolean; link?: boolean; hasInstallScript?: boolean };

const project = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(project, name), "utf8");
const { packages }: { packages: Record<string, Package> } = JSON.parse(read("package-lock.json"));
const all = Object.entries(packages).filter(([path, { link }]) => path.includes("node_modules/") && link !== true);
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Packages that are neither installed with a paper nor compiled into the command. */
const ONLY_IN_TESTS = ["axe-core", "@axe-core/playwright"];
const published = all.filter(([path]) => !ONLY_IN_TESTS.includes(nameOf(path)));

/** Licences that ask for no more than to be repeated. */
const PERMISSIVE = [
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "PSF-2.0",
  "Unlicense",
];

/** Packages that run a script when they are installed. esbuild chooses its binary; it works without. */
const WITH_SCRIPT = ["esbuild"];

describe("what is installed or compiled in", () => {
  it("is under a permissive licence, or named in NOTICE", () => {
    const named = Array.from(read("NOTICE").matchAll(/^ {2}(\S+)/gmu), ([, name]) => name);
    // A package for each platform begins with the name of the one that chooses it.
    const isNamed = (name: string) => named.some((each) => name === each || name.startsWith(`${each}-`));
    const others = published.filter(([path, { license = "" }]) => !PERMISSIVE.includes(license) && !isNamed(nameOf(path)));
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
    expect(published.length).toBeGreaterThan(100);
  });

  it("runs no script of its own when it is installed", () => {
    expect(all.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => nameOf(path))).toEqual(WITH_SCRIPT);
  });
});

describe("workflows, ours and those for a new paper", () => {
  const files = globSync([".github/workflows/*.yml", "packages/*/template/.github/workflows/*.yml"], { cwd: project, dot: true });

  it("name each action by its commit, with its version beside", () => {
    const uses = files.flatMap((file) => Array.from(read(file).matchAll(/\buses: (.+)/gu), ([, action = ""]) => `${file}: ${action}`));
    expect(uses.length).toBeGreaterThan(8);
    expect(uses.filter((action) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(action))).toEqual([]);
  });

  it("install what the lockfile names", () => {
    const installs = files.flatMap((file) =>
      Array.from(read(file).matchAll(/npm (?:ci|install|i)\b.*/gu), ([command]) => `${file}: ${command}`),
    );
    expect(installs.filter((command) => !command.includes("npm ci"))).toEqual([]);
  });
});
