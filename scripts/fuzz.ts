import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faultIn } from "../tests/support/fuzz/faultIn.ts";
import { type Parser, parsers } from "../tests/support/fuzz/parsers.ts";
import { minimised } from "./fuzz/minimised.ts";

// Changes what the parsers read until a parser takes a path through the code that no input took before, and goes on from there (Jazzer.js).
//   npm run fuzz -- 10m            every parser, ten minutes each
//   npm run fuzz -- 30s html xml   these two, 30 seconds each
// What fails is kept in tests/fixtures/fuzz, which tests/compiler/formats/fuzz.test.ts reads from then on; inputs that reach something new, in .cache/fuzz.

/** The code in which a new path counts: our own, and the libraries that read. */
const READERS = ["markdown-it", "parse5", "saxes", "yaml", "smol-toml", "css-tree", "temml"].map((name) => `/node_modules/${name}/`);
const INCLUDED = [...["src", "packages"].map((folder) => join(process.cwd(), folder, "/")), ...READERS];

const [time = "1m", ...names] = process.argv.slice(2);
const seconds = secondsOf(time);
const all = parsers();
const unknown = names.filter((wanted) => !all.some(({ name }) => name === wanted));
if (seconds === undefined || unknown.length > 0) {
  console.error(`Usage: npm run fuzz -- 10m [parser…]\nThe parsers are ${all.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
let found = 0;
for (const parser of all.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const { inputs, faults } = await fuzzed(parser, seconds);
  console.log(`${parser.name}: ${inputs} inputs, ${faults.length} faults`);
  for (const fault of faults) console.log(`  ${fault}`);
  found += faults.length;
}
process.exitCode = found > 0 ? 1 : 0;

function secondsOf(time: string): number | undefined {
  const [, count, unit] = /^(\d+)(s|m|h)$/u.exec(time) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === "h" ? 3600 : unit === "m" ? 60 : 1);
}

/** Runs until the time is over. After a fault a new process goes on, and takes the fault as known. */
async function fuzzed(parser: Parser, time: number): Promise<{ inputs: number; faults: string[] }> {
  const cache = join(".cache", "fuzz", parser.name);
  const [corpus, failed] = [join(cache, "corpus"), join(cache, "failed")];
  rmSync(failed, { recursive: true, force: true });
  for (const folder of [corpus, failed]) mkdirSync(folder, { recursive: true });
  for (const seed of parser.seeds) writeFileSync(join(corpus, nameOf(seed)), seed);
  const faults: string[] = [];
  let [inputs, left] = [0, time];
  while (left > 0) {
    const { code, output, took } = await jazzer(parser.name, faults, corpus, [`-max_total_time=${left}`, `-artifact_prefix=${failed}/`]);
    left = code === 0 ? 0 : Math.floor(left - took);
    inputs += Number(Array.from(output.matchAll(/^#(\d+)/gmu)).at(-1)?.[1] ?? 0);
    if (code === 0) continue;
    const [file] = readdirSync(failed);
    if (file === undefined) throw new Error(`Jazzer.js ended with ${code}:\n${output.slice(-3000)}`);
    const fault = await kept(parser, file, readFileSync(join(failed, file)));
    rmSync(join(failed, file));
    if (fault !== undefined) faults.push(fault);
  }
  return { inputs, faults };
}

/** Keeps an input, made small, and says what is wrong with it. One that did not end, or filled the memory, is kept as it is. */
async function kept(parser: Parser, file: string, input: Uint8Array): Promise<string | undefined> {
  const fault = file.startsWith("crash-") ? await faultIn(parser, input) : file.replace(/-.*/u, "");
  if (fault === undefined) return (console.error(`${parser.name}: ${file} is not wrong when it is read again.`), undefined);
  const small = file.startsWith("crash-") ? await minimised(parser, input, fault) : input;
  const folder = join("tests", "fixtures", "fuzz", parser.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, nameOf(small)), small);
  return fault;
}

function nameOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

type Run = { code: number; output: string; took: number };

/** @returns also the last lines of the output, and how long it ran after the code was loaded and the corpus read, in seconds */
async function jazzer(parser: string, known: string[], corpus: string, options: string[]): Promise<Run> {
  const command = join("node_modules", "@jazzer.js", "core", "dist", "cli.js");
  const includes = INCLUDED.flatMap((part) => ["-i", part]);
  const limits = ["-rss_limit_mb=3000", "-max_len=16384", "-report_slow_units=100000", "-reload=0"];
  const jazzing = ["--import", "tsx", command, "scripts/fuzz/target", corpus, ...includes, "--timeout=300000", "--", ...limits, ...options];
  const env = { ...process.env, FUZZ_PARSER: parser, FUZZ_KNOWN: known.join("\n") };
  const child = spawn(process.execPath, jazzing, { env, stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  let start: number | undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output = (output + text).slice(-100_000);
    if (output.includes("INITED")) start ??= Date.now();
  });
  const [code] = await once(child, "close");
  return { code: Number(code), output, took: start === undefined ? 0 : (Date.now() - start) / 1000 };
}
