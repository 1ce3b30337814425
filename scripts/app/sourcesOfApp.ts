import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";

/** The sources from which the app is built. */
const SOURCES = [
  "src/**",
  "packages/*/src/**",
  "packages/*/package.json",
  "public/**",
  "scripts/*.ts",
  "index.html",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Files that a complete build has. */
const BUILT = ["build/app/index.html", "build/node/cli.js", "build/node/renderWorker.js", "build/node/readWorker.js"];

/** Whether the app is built from the present sources. */
export function isAppOfSources(root: string): boolean {
  if (!BUILT.every((file) => existsSync(join(root, file))) || !existsSync(noteOf(root))) return false;
  return readFileSync(noteOf(root), "utf8") === sourcesOf(root);
}

/** A hash of the sources' bytes, not of their dates, which a checkout changes. */
export function sourcesOf(root: string): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: root, dot: true }).toSorted();
  for (const file of files.filter((file) => statSync(join(root, file)).isFile())) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/** @param sources the sources of the present build; undefined while the app is being built */
export function rememberSources(root: string, sources: string | undefined): void {
  if (sources === undefined) return rmSync(noteOf(root), { force: true });
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(noteOf(root), sources);
}

function noteOf(root: string): string {
  return join(root, "build", "sources.txt");
}
