import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { isAppOfSources, rememberSources, sourcesOf } from "../../scripts/app/sourcesOfApp.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const FILES = [
  "src/reader/app/main.tsx",
  "packages/static-search/src/index.ts",
  "packages/static-search/package.json",
  "public/icon.svg",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
];
const BUILT = ["build/app/index.html", "build/node/cli.js", "build/node/renderWorker.js", "build/node/readWorker.js"];

/** A checkout whose app was built. */
function built(): { root: string; write: (file: string, text: string) => void } {
  const root = temporaryFolder();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const file of [...FILES, ...BUILT]) write(file, "as it was");
  rememberSources(root, sourcesOf(root));
  return { root, write };
}

describe("the app", () => {
  it("is not built again while its sources are as they were, whatever their dates", () => {
    const { root } = built();
    utimesSync(join(root, "src/reader/app/main.tsx"), 1, 1);
    expect(isAppOfSources(root)).toBe(true);
  });

  it.each([...FILES, "src/reader/added.ts"])("is built again when %s has changed", (file) => {
    const { root, write } = built();
    write(file, "as it is");
    expect(isAppOfSources(root)).toBe(false);
  });

  it.each([...BUILT, "src/reader/app/main.tsx"])("is built again when %s is gone", (file) => {
    const { root } = built();
    rmSync(join(root, file));
    expect(isAppOfSources(root)).toBe(false);
  });

  it("is built again when a build was broken off", () => {
    const { root } = built();
    rememberSources(root, undefined);
    expect(isAppOfSources(root)).toBe(false);
  });
});
