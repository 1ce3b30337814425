import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "broadsheet-architecture-"));

type Violation = { from: string; rule: { name: string } };

/** What the dependency rules report about a copy of the source that contains forbidden imports. */
let violations: Violation[] = [];
let modules = 0;

type Rule = { name: string; from: { path?: string[] }; to: { pathNot?: string[] } };
const { forbidden }: { forbidden: Rule[] } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const rows = forbidden.filter(({ name }) => name.endsWith(" imports downwards"));
const sources = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => /(?<!\.d)\.tsx?$/u.test(file))
  .map((file) => `src/${file}`);

const planted: [file: string, line: string, rule: string][] = [
  ["src/content/plantedNode.ts", `import "node:fs";`, "no Node in the browser"],
  ["src/content/plantedReact.ts", `import "react";`, "no React below the reader"],
  [
    "src/reader/plantedType.ts",
    `import type { Settings } from "#compiler/settings/settings.ts"; export type Planted = Settings;`,
    "reader imports downwards",
  ],
  ["src/reader/teasers/plantedQuery.ts", `import "@tanstack/react-query";`, "pages fetch, parts receive"],
  ["src/reader/data/plantedNode.ts", `import "node:path";`, "no Node in the browser"],
  ...rows.map(upwards),
  ["packages/static-search/src/planted.ts", `import "../../../src/content/slug.ts";`, "packages know nothing of the paper"],
  ...[
    ["text/", "../format/rice.ts"],
    ["schema", "./query/clauses.ts"],
    ["format/", "../query/clauses.ts"],
    ["query/", "../search/best.ts"],
    ["search/", "../build/shards.ts"],
    ["build/", "../search/best.ts"],
  ].map(([part = "", other]): [file: string, line: string, rule: string] => [
    `packages/static-search/src/${part}Planted.ts`,
    `import "${other}";`,
    `static-search/${part.replace("/", "")} knows what is below it`,
  ]),
  ["packages/static-search/src/text/plantedNode.ts", `import "node:fs";`, "no Node in the browser"],
  ["src/compiler/plantedPart.ts", `import "../../packages/static-search/src/search/loadLists.ts";`, "packages by their entries"],
  ["src/reader/plantedTool.ts", `import "commander";`, "what dev serves from the sources is installed"],
  ["src/reader/plantedBuild.ts", `import "../../packages/static-search/src/build.ts";`, "no index is built in the browser"],
];

/** An import that a row of the table forbids: of the file whose path is most similar to an allowed one. */
function upwards({ name, from, to }: Rule): [file: string, line: string, rule: string] {
  const folder = name.replace(" imports downwards", "");
  const mayNot = sources.filter((file) => ![...(from.path ?? []), ...(to.pathNot ?? [])].some((path) => new RegExp(path, "u").test(file)));
  const nearest = mayNot.toSorted((a, b) => shared(b, `src/${folder}/`) - shared(a, `src/${folder}/`))[0];
  if (nearest === undefined) throw new Error(`The row of ${folder} forbids nothing.`);
  return [`src/${folder}/planted.ts`, `import "${relative(`src/${folder}`, nearest)}";`, name];
}

/** The number of folders that two paths have in common, from the left. */
function shared(a: string, b: string): number {
  return a.split("/").findIndex((part, place) => part !== b.split("/")[place]);
}

beforeAll(() => {
  for (const folder of ["src", "packages"]) cpSync(join(project, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) cpSync(join(project, file), join(copy, file));
  for (const [file, line] of planted) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${line}\n`);
  }
  const result: { modules: unknown[]; summary: { violations: Violation[] } } = JSON.parse(cruise());
  violations = result.summary.violations;
  modules = result.modules.length;
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The command exits with the number of violations, which are expected here. */
function cruise(): string {
  const command = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const report = join(copy, "report.json");
  try {
    execFileSync(process.execPath, [command, "src", "packages", "--output-type", "json", "--output-to", report], {
      cwd: copy,
      stdio: "pipe",
    });
  } catch (error) {
    if (!(error instanceof Error && "status" in error && typeof error.status === "number" && error.status > 0)) throw error;
  }
  return readFileSync(report, "utf8");
}

describe("the architecture", () => {
  it("reads the source", () => {
    expect(modules).toBeGreaterThan(150);
  });

  it.each(planted)("refuses %s: %s", (file, _line, rule) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it("has a row for every folder of the compiler and of the reader, and for each feature", () => {
    const folders = (path: string) =>
      readdirSync(join(project, "src", path), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [`${path}/${entry.name}`] : [],
      );
    const names = rows.map(({ name }) => name.replace(" imports downwards", ""));
    const layers = ["compiler", "reader"];
    const all = layers.flatMap((layer) => [
      ...folders(layer).filter((folder) => folder !== `${layer}/features`),
      ...folders(`${layer}/features`),
    ]);
    expect(all.filter((folder) => !names.includes(folder))).toEqual([]);
  });

  it("lets a folder of the compiler import only whole folders above it in the table", () => {
    const above: string[] = ["^src/content/", "^src/extend/"];
    const up: string[] = [];
    for (const { name, from, to } of rows.filter(({ name }) => name.startsWith("compiler/"))) {
      up.push(
        ...(to.pathNot ?? []).filter((path) => !above.includes(path) && !from.path?.includes(path)).map((path) => `${name}: ${path}`),
      );
      above.push(...(from.path ?? []));
    }
    expect(up).toEqual([]);
  });

  it("is respected everywhere else", () => {
    const files = new Set(planted.map(([file]) => file));
    expect(violations.filter(({ from }) => !files.has(from))).toEqual([]);
  });
});
