import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../tests/support/chromium.ts";
import { isManager, type Manager, MANAGERS, OPTIONAL, STORY_WITH_OPTIONAL } from "./package/managers.ts";

// Packs this package and create-broadsheet, creates a paper with them as a publisher would, and runs every command there: in a folder
// with a space and an umlaut, with 300 MB of memory, and, run as root, as another user who cannot write to what is installed.
//   npm run package -- --node 20.19 --node 22 --manager pnpm --manager pnp   on these versions of Node, with these package managers

const { values } = parseArgs({ options: { node: { type: "string", multiple: true }, manager: { type: "string", multiple: true } } });
const unknown = values.manager?.filter((name) => !isManager(name)) ?? [];
if (unknown.length > 0) throw new Error(`Not a package manager: ${unknown.join(", ")}. There are ${Object.keys(MANAGERS).join(", ")}.`);
const managers = (values.manager ?? ["npm"]).filter(isManager);
const folder = mkdtempSync(join(tmpdir(), "broadsheet-package-"));
const home = join(folder, "Käse und Brot");
const tools = join(folder, "tools");
const path = [join(tools, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
/** Nobody, who owns nothing else. Only root can act as another user. */
const NOBODY = 65_534;
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

try {
  chownSync(folder, user.uid ?? -1, user.gid ?? -1);
  const packed = { reader: pack(process.cwd()), creator: pack(join(process.cwd(), "packages", "create-broadsheet")) };
  const needed = managers.flatMap((name) => MANAGERS[name].tool ?? []);
  if (needed.length > 0) run("npm", ["install", "--prefix", tools, "--no-audit", "--no-fund", "--silent", ...new Set(needed)], folder);
  for (const version of values.node ?? [undefined]) {
    process.env["PATH"] = [...(version === undefined ? [] : [nodeFolder(version)]), path].join(delimiter);
    const node = run("node", ["--version"], folder).trim();
    for (const name of managers) {
      const began = performance.now();
      create(packed);
      await tryAll(MANAGERS[name], `${name}, Node ${node}`);
      rmSync(home, { recursive: true });
      console.log(`tried: ${name}, Node ${node} (${Math.round((performance.now() - began) / 1000)} s)`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
function failed(told: string): void {
  console.error(`FAILED: ${told}`);
  process.exitCode = 1;
}

/** Another version of Node, from npm. */
function nodeFolder(version: string): string {
  const prefix = join(folder, `node-${version}`);
  const name = `node-${process.platform}-${process.arch}`;
  run("npm", ["install", "--prefix", prefix, "--no-audit", "--no-fund", "--silent", `${name}@${version}`], folder);
  return join(prefix, "node_modules", name, "bin");
}

function create({ reader, creator }: { reader: string; creator: string }): void {
  run("npm", ["exec", "--yes", "--package", creator, "--", "create-broadsheet", home, "--broadsheet", `file:${reader}`], folder);
  // What the author owns; all that is installed belongs to who installs it.
  for (const file of ["", ...readdirSync(home, { recursive: true, encoding: "utf8" })])
    chownSync(join(home, file), user.uid ?? -1, user.gid ?? -1);
}

/** @returns the tarball of a package */
function pack(from: string): string {
  const said = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: from, encoding: "utf8" });
  return join(folder, said.trim().split("\n").at(-1) ?? "");
}

async function tryAll(manager: Manager, on: string): Promise<void> {
  const says = commandsOf(manager, on);
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  const articles = join(home, "content", "articles");
  installed(manager, manager.install);
  says(["--version"], version);
  says(["--help"], "serve a site that has been built");
  says(["new", "Rain in London"], "rain-in-london.md");
  const story = join(articles, "rain-in-london.md");
  writeFileSync(story, readFileSync(story, "utf8").replace(/^draft:.*\n/mu, ""));
  says(["check", "--strict"], "4 read = 4 published + 0 skipped");
  says(["import", "content/articles", "--to", "imported"], "");
  says(["build", "--strict"], "4 read = 4 published + 0 skipped");
  await shows(manager, ["serve", "--accounts", "accounts", "--port", "0"], on);
  await shows(manager, ["start", "--port", "0"], on);
  await shows(manager, ["dev", "--port", "0"], on);
  mkdirSync(join(articles, "more"));
  writeFileSync(join(articles, "more", "chart.md"), STORY_WITH_OPTIONAL);
  says(["check"], `${manager.add.join(" ")} ${OPTIONAL}`);
  installed(manager, [...manager.add, OPTIONAL]);
  says(["check", "--strict"], "5 read = 5 published + 0 skipped");
}

/** Runs a command of the package manager, as who installs. */
function installed({ env }: Manager, [file = "", ...args]: string[]): void {
  run(file, args, home, { ...process.env, ...env });
}

type Run = { file: string; args: string[]; env: NodeJS.ProcessEnv; as: typeof user };

/** How a command of Broadsheet is run. Nobody has no home. */
function commandOf({ broadsheet, env, isOwnersOnly }: Manager, given: string[]): Run {
  const as = isOwnersOnly ? {} : user;
  const [file = "", ...before] = broadsheet;
  const home = as.uid === undefined ? {} : { HOME: "/nonexistent" };
  return { file, args: [...before, ...given], env: { ...process.env, ...env, ...home, NODE_OPTIONS: "--max-old-space-size=300" }, as };
}

/** Returns a function that runs a command of Broadsheet, and checks its output. */
function commandsOf(manager: Manager, on: string): (args: string[], words: string) => void {
  return (args, words) => {
    const told = `broadsheet ${args.join(" ")} (${on})`;
    const command = commandOf(manager, args);
    try {
      const said = run(command.file, command.args, home, command.env, command.as);
      if (said.includes(words)) console.log(`holds: ${told}`);
      else failed(`${told} does not say “${words}”: ${said}`);
    } catch (error) {
      failed(`${told}: ${String(error)}`);
    }
  };
}

/** Runs a command that serves the paper, opens the story in a browser, finds it by search, and signs up where there are accounts. */
async function shows(manager: Manager, args: string[], on: string): Promise<void> {
  const told = `broadsheet ${args.join(" ")} (${on})`;
  const command = commandOf(manager, args);
  // In a group of its own, since a package manager may not pass signals on.
  const child = spawn(command.file, command.args, { cwd: home, env: command.env, detached: true, ...command.as });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    // CI runs this in the pauses of other tests.
    page.setDefaultTimeout(120_000);
    const address = await addressOf(child);
    await page.goto(`${address}article/rain-in-london`);
    await page.getByRole("heading", { level: 1, name: "Rain in London" }).waitFor();
    await page.goto(`${address}search?q=rains`);
    await page.getByRole("main").getByRole("link", { name: "Rain in London" }).waitFor();
    if (args.includes("--accounts")) await signUp(address);
    console.log(`holds: ${told}`);
  } catch (error) {
    failed(`${told}: ${String(error)}`);
  } finally {
    await browser.close();
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
  }
}

async function signUp(address: string): Promise<void> {
  const body = JSON.stringify({ email: "reader@example.org", password: "rain and more rain" });
  const headers = { "Content-Type": "application/json", Origin: new URL(address).origin };
  const answer = await (await fetch(`${address}api/sign-up`, { method: "POST", headers, body })).text();
  if (answer !== '{"sent":true}') throw new Error(`Nobody can sign up: ${answer}`);
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

function run(file: string, args: string[], cwd: string, env = process.env, as: typeof user = {}): string {
  // Some commands print to standard error.
  return execFileSync("sh", ["-c", '"$@" 2>&1', "sh", file, ...args], { cwd, env, encoding: "utf8", ...as });
}
