import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

type Package = {
  license?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
};

const project = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(project, name), "utf8");
const { packages }: { packages: Record<string, Package> } = JSON.parse(read("package-lock.json"));
const all = Object.entries(packages).filter(([path, { link }]) => path.includes("node_modules/") && link !== true);
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const installed = all.filter(([, { dev }]) => dev !== true);
const published = [...new Map([...installed, ...compiledIn()])];

/** The development packages that the sources import, with those that they need. */
function compiledIn(): [string, Package][] {
  const sources = globSync("src/**/*.{ts,tsx}", { cwd: project }).map(read).join("\n");
  const found = new Map<string, Package>();
  const add = (name: string, from: string): void => {
    // The nearest one, as Node finds it.
    const path = [`${from}/node_modules/${name}`, `node_modules/${name}`].find((each) => packages[each]) ?? "";
    const known = packages[path];
    if (!known || known.link === true || found.has(path)) return;
    found.set(path, known);
    for (const needed of Object.keys(known.dependencies ?? {})) add(needed, path);
  };
  for (const [path] of all) if (new RegExp(`["']${nameOf(path)}["'/]`, "u").test(sources)) add(nameOf(path), "");
  return [...found];
}

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
    expect(published.map(([path]) => nameOf(path))).toEqual(expect.arrayContaining(["react", "web-push", "incremental-encoder"]));
  });

  it("is few packages besides those for one platform, since what only Node uses is compiled in", () => {
    expect(installed.filter(([, { optional }]) => optional !== true).length).toBeLessThanOrEqual(70);
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
