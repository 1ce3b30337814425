import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { randomFrom } from "./bench/random.ts";
import { type Fault, findFaults, plant } from "./faults/findFaults.ts";
import { testsNear } from "./faults/testsNear.ts";
import { typeChecker } from "./faults/typeChecker.ts";

// Plants faults in the sources, one at a time, and counts those that the nearest unit and reader tests notice.
//   npm run faults -- --seed 1 --count 40     the same faults for the same seed and sources
//   npm run faults -- src/content --count 5   in one folder

/** The time that the tests of one fault have, in milliseconds. A fault that makes them hang is noticed. */
const TIME_LIMIT = 300_000;

/** The nearest tests run alone at first: they notice most faults, and loading the others takes longer than running these. */
const NEAREST = 6;

const PROJECTS = ["node", "reader", "reader-apart", "static-search"];
const REPORT = resolve("build", "faults.json");

type Planted = Fault & { file: string };
type Tried = Planted & { failed: string[]; hung: boolean };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "40" } },
});
const folders = positionals.length > 0 ? positionals : ["src", "packages/static-search/src"];

const changed = execFileSync("git", ["status", "--porcelain", "--", ...folders], { encoding: "utf8" });
if (changed !== "") {
  console.error(`Commit or undo these changes first: a fault could not be told from them.\n${changed}`);
  process.exit(2);
}

const began = Date.now();
let running: number | undefined;
let restore = (): void => {};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    endTests();
    restore();
    process.exit(1);
  });
}

const near = testsNear();
const compiles = typeChecker();
const tried: Tried[] = [];
for (const fault of choose(randomFrom(Number(values.seed)), Number(values.count))) {
  const each = { ...fault, ...(await trial(fault)) };
  tried.push(each);
  console.log(`${each.hung || each.failed.length > 0 ? "noticed" : "unseen "}  ${described(fault)}`);
}
const broken = new Set((await runTests([...new Set(tried.flatMap(({ failed }) => failed))])).failed);
report();

/**
 * Chooses faults in different files: first a file, then an operator, then a place, so that frequent operators do not crowd out the
 * others. What the type checker refuses is no fault that anybody could commit.
 */
function choose(random: () => number, count: number): Planted[] {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
    { ignore: ["**/*.d.ts", "**/wordTypes.ts"] },
  ).toSorted();
  const chosen: Planted[] = [];
  while (chosen.length < count && files.length > 0) {
    const [file] = files.splice(Math.floor(random() * files.length), 1);
    if (file === undefined) break;
    const source = readFileSync(file, "utf8");
    const faults = findFaults(file, source);
    const operators = shuffled([...new Set(faults.map((fault) => fault.operator))], random);
    const inTurn = operators.flatMap((operator) =>
      shuffled(
        faults.filter((each) => each.operator === operator),
        random,
      ),
    );
    const fault = near(file).length > 0 ? inTurn.find((each) => compiles(file, plant(source, each))) : undefined;
    if (fault) chosen.push({ ...fault, file });
  }
  return chosen;
}

function shuffled<T>(list: T[], random: () => number): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

async function trial(fault: Planted): Promise<{ failed: string[]; hung: boolean }> {
  const source = readFileSync(fault.file, "utf8");
  restore = () => writeFileSync(fault.file, source);
  try {
    writeFileSync(fault.file, plant(source, fault));
    const tests = near(fault.file);
    const first = await runTests(tests.slice(0, NEAREST));
    return first.hung || first.failed.length > 0 ? first : await runTests(tests.slice(NEAREST));
  } finally {
    restore();
    restore = () => {};
  }
}

/** Runs files of tests. @returns those that failed, and whether they took too long */
async function runTests(files: string[]): Promise<{ failed: string[]; hung: boolean }> {
  if (files.length === 0) return { failed: [], hung: false };
  mkdirSync("build", { recursive: true });
  writeFileSync(REPORT, JSON.stringify({ testResults: [] }));
  const projects = PROJECTS.map((project) => `--project=${project}`);
  // A busy machine makes a test fail once, a fault each time. Only the file with the fault changes between runs, so the rest is cached.
  const options = ["--mode=core", "--retry=1", "--bail=1", "--passWithNoTests", "--experimental.fsModuleCache"];
  const vitest = spawn(
    process.execPath,
    [join("node_modules", "vitest", "vitest.mjs"), "run", ...options, ...projects, "--reporter=json", `--outputFile=${REPORT}`, ...files],
    {
      stdio: "ignore",
      // A group of its own, so that its workers end with it.
      detached: true,
    },
  );
  running = vitest.pid;
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    endTests();
  }, TIME_LIMIT);
  await new Promise((done) => vitest.once("exit", done));
  clearTimeout(timer);
  running = undefined;
  const { testResults }: { testResults: { name: string; status: string }[] } = JSON.parse(readFileSync(REPORT, "utf8"));
  return { failed: testResults.filter(({ status }) => status === "failed").map(({ name }) => name), hung };
}

function endTests(): void {
  if (running !== undefined) process.kill(-running, "SIGKILL");
}

/** Tests that fail without a fault too have noticed nothing. */
function report(): void {
  if (broken.size > 0) console.log(`\nThese tests fail without a fault, and do not count:\n${[...broken].join("\n")}`);
  const isNoticed = ({ hung, failed }: Tried) => hung || failed.some((file) => !broken.has(file));
  const unseen = tried.filter((each) => !isNoticed(each));
  if (unseen.length > 0) console.log(`\nNot noticed:`);
  for (const each of unseen) console.log(`${described(each)}\n  tests: ${near(each.file).join(", ")}`);
  console.log("");
  const folderOf = ({ file }: Tried) => file.split("/").slice(0, 2).join("/");
  for (const folder of new Set(tried.map(folderOf).toSorted())) {
    const all = tried.filter((each) => folderOf(each) === folder);
    console.log(`${all.filter(isNoticed).length} of ${all.length} in ${folder}`);
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${tried.length - unseen.length} of ${tried.length} noticed, seed ${values.seed}, ${seconds} s`);
}

function described({ file, line, operator, before, after }: Planted): string {
  const inLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
  return `${file}:${line} (${operator})\n  - ${inLine(before)}\n  + ${inLine(after)}`;
}
