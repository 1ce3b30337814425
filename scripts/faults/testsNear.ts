import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import ts from "typescript";

/** The most files of tests that are run for one fault. */
const MOST = 24;

// Journeys take too long for this.
const SOURCES = ["src/**/*.{ts,tsx}", "packages/*/src/**/*.ts", "tests/**/*.{ts,tsx}", "packages/*/tests/**/*.ts"];
const TEST = /\.test\.tsx?$/u;
const NOT_UNIT = ["tests/{e2e,engines,checks,fixtures}/**", "**/*.d.ts"];

/**
 * @returns a function that lists the tests nearest to a source file: its mirror and those that import it, those in the mirrored folder,
 * then the mirrors of files that import it, and the tests of these
 */
export function testsNear(): (file: string) => string[] {
  const files = globSync(SOURCES, { ignore: NOT_UNIT }).toSorted();
  const tests = new Map(files.filter((file) => TEST.test(file)).map((file) => [file.replace(TEST, ""), file]));
  const importers = importersOf(files);
  return (file) => {
    const mirror = mirrorOf(file);
    const rings = byDistance(file, importers).map((ring) =>
      ring
        .flatMap((each) => (TEST.test(each) ? each : (tests.get(mirrorOf(each)) ?? [])))
        .toSorted((a, b) => shared(b, mirror) - shared(a, mirror)),
    );
    const [importing = [], ...further] = rings;
    const beside = [...tests.values()].filter((test) => dirname(test) === dirname(mirror));
    return [...new Set([tests.get(mirror) ?? [], importing, beside, further].flat(2))].slice(0, MOST);
  };
}

/** Where the tests of a source file are, without the end of their names. */
const mirrorOf = (file: string): string => file.replace(/^(packages\/[^/]+\/)?src\//u, "$1tests/").replace(/\.tsx?$/u, "");

/** Of each file, the files that import it, at once or on demand. */
function importersOf(files: string[]): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const file of files) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
      const imported = fileName.startsWith("#") ? `src/${fileName.slice(1)}` : join(dirname(file), fileName);
      if (existsSync(imported)) importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  return importers;
}

/** The files that import a file, those that import these, and so on. */
function byDistance(file: string, importers: Map<string, string[]>): string[][] {
  const seen = new Set([file]);
  const rings: string[][] = [];
  for (let ring = [file]; ring.length > 0; rings.push(ring)) {
    ring = [...new Set(ring.flatMap((each) => importers.get(each) ?? []))].filter((each) => !seen.has(each));
    for (const each of ring) seen.add(each);
  }
  return rings;
}

/** How many folders two paths begin with in common. */
function shared(a: string, b: string): number {
  const others = b.split("/");
  const differs = a.split("/").findIndex((part, place) => part !== others[place]);
  return differs < 0 ? others.length : differs;
}
