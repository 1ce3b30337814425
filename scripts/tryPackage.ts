import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../tests/support/chromium.ts";

// Packs this package and create-broadsheet, creates a paper with them as a publisher would, and runs every command there.
//   npm run package -- --node 20.19 --node 22   on these versions of Node, which come from npm

const { values } = parseArgs({ options: { node: { type: "string", multiple: true } } });
const folder = mkdtempSync(join(tmpdir(), "broadsheet-package-"));
const home = join(folder, "harbour-post");
const command = join(home, "node_modules", ".bin", "broadsheet");
const path = process.env["PATH"];
const failures: string[] = [];

try {
  const packed = { reader: pack(process.cwd()), creator: pack(join(process.cwd(), "packages", "create-broadsheet")) };
  for (const version of values.node ?? [undefined]) {
    if (version !== undefined) putFirst(version);
    install(packed);
    await tryAll();
    rmSync(home, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Puts another Node before the one that runs this. */
function putFirst(version: string): void {
  const prefix = join(folder, `node-${version}`);
  const name = `node-${process.platform}-${process.arch}`;
  run("npm", ["install", "--prefix", prefix, "--no-audit", "--no-fund", "--silent", `${name}@${version}`], folder);
  process.env["PATH"] = [join(prefix, "node_modules", name, "bin"), path].join(delimiter);
  console.log(`Node ${run("node", ["--version"], folder).trim()}`);
}

function install({ reader, creator }: { reader: string; creator: string }): void {
  run("npm", ["exec", "--yes", "--package", creator, "--", "create-broadsheet", home, "--broadsheet", `file:${reader}`], folder);
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--silent"]);
}

/** @returns the tarball of a package */
function pack(from: string): string {
  const said = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: from, encoding: "utf8" });
  return join(folder, said.trim().split("\n").at(-1) ?? "");
}

async function tryAll(): Promise<void> {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  says(["--version"], version);
  says(["--help"], "serve a site that has been built");
  says(["new", "Rain in London"], "rain-in-london.md");
  const story = join(home, "content", "articles", "rain-in-london.md");
  writeFileSync(story, readFileSync(story, "utf8").replace(/^draft:.*\n/mu, ""));
  says(["check", "--strict"], "4 read = 4 published + 0 skipped");
  says(["import", "content/articles", "--to", "imported"], "");
  says(["build", "--strict"], "4 read = 4 published + 0 skipped");
  await shows(["serve", "--port", "0"]);
  await shows(["start", "--port", "0"]);
  await shows(["dev", "--port", "0"]);
}

/** Runs a command, and checks its output. */
function says(args: string[], words: string): void {
  const told = `broadsheet ${args.join(" ")}`;
  try {
    const said = run(command, args);
    if (said.includes(words)) console.log(`holds: ${told}`);
    else failures.push(`${told} does not say “${words}”: ${said}`);
  } catch (error) {
    failures.push(`${told}: ${String(error)}`);
  }
}

/** Runs a command that serves the paper, and opens the story in a browser and finds it by search. */
async function shows(args: string[]): Promise<void> {
  const told = `broadsheet ${args.join(" ")}`;
  const child = spawn(command, args, { cwd: home });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const address = await addressOf(child);
    await page.goto(`${address}article/rain-in-london`);
    await page.getByRole("heading", { level: 1, name: "Rain in London" }).waitFor();
    await page.goto(`${address}search?q=rains`);
    await page.getByRole("main").getByRole("link", { name: "Rain in London" }).waitFor();
    console.log(`holds: ${told}`);
  } catch (error) {
    failures.push(`${told}: ${String(error)}`);
  } finally {
    await browser.close();
    child.kill();
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (part: string) => {
        said += part;
        const address = /The paper is at (http:\S+)/u.exec(said)?.[1];
        if (address !== undefined) found(address);
      });
    child.on("close", () => fail(new Error(`It ended: ${said}`)));
  });
}

function run(file: string, args: string[], cwd = home): string {
  // Some commands print to standard error.
  return execFileSync("sh", ["-c", '"$@" 2>&1', "sh", file, ...args], { cwd, encoding: "utf8" });
}
