import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "broadsheet-architecture-"));

type Violation = { from: string; rule: { name: string } };

/** What the dependency rules say of a copy of the source in which forbidden imports were planted. */
let violations: Violation[] = [];
let modules = 0;

const planted: [file: string, line: string, rule: string][] = [
  ["src/content/planted.ts", `import "../compiler/settings.ts";`, "content imports downwards"],
  ["src/content/plantedNode.ts", `import "node:fs";`, "no Node in the browser"],
  ["src/content/plantedReact.ts", `import "react";`, "no React below the reader"],
  ["src/compiler/planted.ts", `import "#reader/edition/address.ts";`, "compiler imports downwards"],
  ["src/compiler/link/planted.ts", `import "../write/site.ts";`, "compiler/link imports downwards"],
  ["src/compiler/body/planted.ts", `import "../link/page.ts";`, "compiler/body imports downwards"],
  ["src/reader/planted.ts", `import "#compiler/settings.ts";`, "reader imports downwards"],
  [
    "src/reader/plantedType.ts",
    `import type { Settings } from "#compiler/settings.ts"; export type Planted = Settings;`,
    "reader imports downwards",
  ],
  ["src/reader/ui/planted.ts", `import "../teasers/TagChips.tsx";`, "reader/ui imports downwards"],
  ["src/reader/teasers/planted.ts", `import "@tanstack/react-query";`, "pages fetch, parts receive"],
  ["src/reader/features/article/planted.ts", `import "../../pages/ArticlePage.tsx";`, "reader/features/article imports downwards"],
  ["src/reader/data/plantedNode.ts", `import "node:path";`, "no Node in the browser"],
  ["src/prerender/planted.ts", `import "#compiler/settings.ts";`, "prerender imports downwards"],
];

beforeAll(() => {
  cpSync(join(project, "src"), join(copy, "src"), { recursive: true });
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

/** The command exits with the number of violations, which are what we want here. */
function cruise(): string {
  const command = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const report = join(copy, "report.json");
  try {
    execFileSync(process.execPath, [command, "src", "--output-type", "json", "--output-to", report], { cwd: copy, stdio: "pipe" });
  } catch (error) {
    if (!(error instanceof Error && "status" in error && typeof error.status === "number" && error.status > 0)) throw error;
  }
  return readFileSync(report, "utf8");
}

describe("the architecture", () => {
  it("sees the source at all", () => {
    expect(modules).toBeGreaterThan(150);
  });

  it.each(planted)("refuses %s: %s", (file, _line, rule) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it("holds everywhere else", () => {
    const files = new Set(planted.map(([file]) => file));
    expect(violations.filter(({ from }) => !files.has(from))).toEqual([]);
  });
});
