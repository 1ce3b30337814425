import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import type { Check } from "./checks/check.ts";
import { CHECKS } from "./checks/checks.ts";
import { inReport, withRun } from "./checks/report.ts";
import { type Outcome, outcomeOf, type TestResult, testsOf } from "./checks/outcome.ts";

// The checks of reliability and security, a line each: number, sentence, figure, holds or fails.
//   npm run checks                     the checks in the test suite
//   npm run checks -- 15 16 --full     these two, with full counts
//   npm run checks -- --results FILE   from the JSON report of an earlier run of the suite; of several, each with its --results
//   npm run nightly                    all with full counts, and all other tests; writes the figures into docs/reliability.md

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: "boolean", default: false },
    results: { type: "string", multiple: true },
    record: { type: "boolean", default: false },
  },
});

/** Whether every test runs, and not only those of checks. */
const isWhole = values.full && values.results === undefined && positionals.length === 0;

const unknown = positionals.filter((text) => !CHECKS.some(({ number }) => String(number) === text));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}: they have the numbers 1 to ${CHECKS.length}.`);
  process.exit(2);
}

let cached: TestResult[] | undefined;
const wanted = CHECKS.filter(({ number }) => positionals.length === 0 || positionals.includes(String(number)));
const outcomes = wanted.map((check) => ({ check, outcome: outcomeOf(check, results(), values.full) }));
for (const { check, outcome } of outcomes) console.log(lineOf(check, outcome));

const count = (state: Outcome["state"]) => outcomes.filter(({ outcome }) => outcome.state === state).length;
console.log(`${count("holds")} hold, ${count("fails")} fail, ${count("not run")} not run here.`);
if (values.record) {
  const file = join("docs", "reliability.md");
  const day = new Date().toISOString().slice(0, 10);
  const report = inReport(readFileSync(file, "utf8"), outcomes, day);
  const page = isWhole ? withRun(report, results(), day) : report;
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
}
process.exitCode = count("fails") > 0 ? 1 : 0;

function lineOf({ number, sentence }: Check, { state, figure }: Outcome): string {
  return `${String(number).padStart(2)}  ${sentence}: ${figure === "" ? "" : `${figure}: `}${state}`;
}

function results(): TestResult[] {
  cached ??= values.results?.flatMap(readResults) ?? runTests();
  return cached;
}

function runTests(): TestResult[] {
  mkdirSync("build", { recursive: true });
  const ofSuite = run("vitest.config.ts", isWhole ? [] : testsOf(wanted, "suite"), join("build", "checks.json"));
  const ofFull = values.full ? run("vitest.checks.config.ts", testsOf(wanted, "full"), join("build", "checksFull.json")) : [];
  return [...ofSuite, ...ofFull];
}

/** Vitest runs all its tests if no files are named. It exits with 1 if a test fails, but writes its results all the same. */
function run(config: string, files: string[], output: string): TestResult[] {
  if (files.length === 0 && !isWhole) return [];
  try {
    const vitest = join("node_modules", "vitest", "vitest.mjs");
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${output}`];
    execFileSync(process.execPath, [vitest, "run", "--config", config, ...reporters, ...files], { stdio: ["ignore", 2, 2] });
  } catch {
    console.error("Not every test passed; the lines below show for which checks.");
  }
  return readResults(output);
}

function readResults(file: string): TestResult[] {
  const { testResults }: { testResults: { name: string; assertionResults: Omit<TestResult, "file">[] }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const here = `${process.cwd().replaceAll("\\", "/")}/`;
  return testResults.flatMap(({ name, assertionResults }) => assertionResults.map((each) => ({ ...each, file: name.replace(here, "") })));
}
