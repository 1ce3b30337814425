import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";

const COMMAND = join(import.meta.dirname, "..", "index.js");

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "create-broadsheet-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const create = (...args: string[]) => createIn("America/Halifax", ...args);

function createIn(zone: string, ...args: string[]): { code: number | null; said: string } {
  const env = { ...process.env, TZ: zone };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: "utf8", env });
  return { code: status, said: stdout + stderr };
}

const text = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");
const json = (...path: string[]) => JSON.parse(text(...path));

describe("a new paper", () => {
  it("has the name of its folder, and depends on the version that the command came with", () => {
    const { code, said } = create("the-harbour_post");
    expect(code).toBe(0);
    expect(said).toContain("cd the-harbour_post");
    expect(json("the-harbour_post", "content", "edition.json")).toMatchObject({ name: "The Harbour Post", language: "en" });
    const { version } = JSON.parse(readFileSync(join(dirname(COMMAND), "package.json"), "utf8"));
    expect(json("the-harbour_post", "package.json")).toMatchObject({
      name: "the-harbour-post",
      dependencies: { "broadsheet-reader": `^${version}` },
    });
  });

  it("has the time zone of the computer that it is made on", () => {
    create("paper");
    expect(json("paper", "content", "edition.json").timeZone).toBe("America/Halifax");
  });

  it.each(["Etc/Unknown", "Nowhere/Land"])("has UTC where that of the computer is not known: %s", (zone) => {
    createIn(zone, "paper");
    expect(json("paper", "content", "edition.json").timeZone).toBe("UTC");
  });

  it("takes name, language and version from the options, quotation marks and all", () => {
    create("paper", "--name", 'The "Post" & Sons', "--language", "pt-br", "--broadsheet", "file:../reader.tgz");
    expect(json("paper", "content", "edition.json")).toMatchObject({ name: 'The "Post" & Sons', language: "pt-BR" });
    expect(json("paper", "package.json").dependencies).toEqual({ "broadsheet-reader": "file:../reader.tgz" });
    expect(text("paper", "README.md")).toMatch(/^# The "Post" & Sons\n/u);
  });

  it("keeps a tarball of Broadsheet, so that a container has it as well", () => {
    writeFileSync(join(folder, "reader.tgz"), "packed");
    create("paper", "--broadsheet", "file:reader.tgz");
    expect(json("paper", "package.json").dependencies).toEqual({ "broadsheet-reader": "file:./reader.tgz" });
    expect(text("paper", "reader.tgz")).toBe("packed");
    expect(text("paper", "deploy", "Dockerfile")).toContain("*.tgz");
    expect(text("paper", "deploy", "Dockerfile.dockerignore")).toContain("!*.tgz");
  });

  it.each(["Zeitung für Köln", "the editor's paper"])("is in a folder that the printed command finds: %s", (name) => {
    const [, command = ""] = /^ {2}(cd .+)$/mu.exec(create(name).said) ?? [];
    expect(execFileSync("sh", ["-c", `${command} && ls package.json`], { cwd: folder, encoding: "utf8" })).toBe("package.json\n");
    expect(json(name, "package.json").name).toMatch(/^[a-z][a-z-]+$/u);
  });

  it("begins with one of the themes, and has nothing of the usual one then", () => {
    create("paper", "--theme", "tabloid");
    expect(readdirSync(join(folder, "paper", "content", "theme"))).toEqual(
      readdirSync(join(import.meta.dirname, "../../../themes/tabloid")),
    );
  });

  it("has three stories with dates, and nothing left to fill in", () => {
    create("paper");
    const articles = readdirSync(join(folder, "paper", "content", "articles"));
    expect(articles).toHaveLength(3);
    for (const article of articles)
      expect(text("paper", "content", "articles", article)).toMatch(/^datePublished: \d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/mu);
    for (const file of readdirSync(join(folder, "paper"), { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name), "utf8"), file.name).not.toMatch(/__[A-Z]+__/u);
  });

  it("keeps what is made out of its repository, and publishes with files that can be read", () => {
    create("paper");
    expect(text("paper", ".gitignore")).toContain("/site/");
    expect(parse(text("paper", ".github", "workflows", "check.yml"))).toMatchObject({ on: "pull_request" });
    const { hook, publish } = parse(text("paper", ".github", "workflows", "publish.yml")).jobs;
    expect([hook.if, publish.if]).toEqual(["vars.PUBLISHED_BY == 'hook' && github.event_name != 'push'", "vars.PUBLISHED_BY != 'hook'"]);
    expect(text("paper", "deploy", "systemd", "paper-build.service")).toContain("SuccessExitStatus=2");
    const { services } = parse(text("paper", "deploy", "compose.yaml"));
    expect(Object.keys(services)).toEqual(["paper", "database", "caddy"]);
    for (const service of Object.values(services))
      expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
  });
});

it.each([
  [0, 0, ""],
  [1, 1, ""],
  [2, 0, "::warning title=Published with errors::"],
])("the workflow takes a build that ends with %i as %i", (code, expected, warning) => {
  create("paper");
  const { steps } = parse(text("paper", ".github", "workflows", "publish.yml")).jobs.publish;
  expect(steps.length).toBeGreaterThan(5);
  const { run } = steps.find((step: { run?: string }) => step.run?.includes("npm run build"));
  expect(run).not.toContain("--strict");
  const { status, stdout } = spawnSync("bash", ["-e", "-c", `npm() { return ${code}; }\n${run}`], { encoding: "utf8" });
  expect(status).toBe(expected);
  expect(stdout.startsWith(warning)).toBe(true);
});

it("commits nothing secret when everything is added, after all steps of its README", () => {
  create("paper");
  const paper = join(folder, "paper");
  expect(text("paper", "README.md")).toContain("cp deploy/env.example deploy/.env");
  copyFileSync(join(paper, "deploy", "env.example"), join(paper, "deploy", ".env"));
  // What `serve --accounts accounts` and a build leave.
  const accounts = ["accounts.db", "accounts.db-wal", "accounts.db-shm", "secret"];
  const made = ["content/.broadsheet/a", "site/index.html", ".site.broadsheet-state/state.json", ".site.broadsheet-lease"];
  for (const name of accounts) made.push(`accounts/${name}`, `.broadsheet/accounts/${name}`);
  for (const file of made) {
    mkdirSync(dirname(join(paper, file)), { recursive: true });
    writeFileSync(join(paper, file), "");
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: paper, encoding: "utf8" });
  git("init", "--quiet");
  git("add", "--all");
  const staged = git("ls-files").split("\n");
  expect(staged).toContain("deploy/env.example");
  expect(staged.filter((file) => [...made, "deploy/.env"].includes(file))).toEqual([]);
});

describe("nothing is written", () => {
  it("into a folder that has something in it", () => {
    mkdirSync(join(folder, "paper"));
    writeFileSync(join(folder, "paper", "novel.md"), "");
    const { code, said } = create("paper");
    expect([code, said]).toEqual([1, "There is something in paper already, such as novel.md. Name a folder that is empty or new.\n"]);
    expect(readdirSync(join(folder, "paper"))).toEqual(["novel.md"]);
  });

  it.each(["english", "en-abcdefghij", "../x"])("where the language is %s", (language) => {
    const { code, said } = create("paper", "--language", language);
    expect(code).toBe(1);
    expect(said).toContain("is not a language tag");
    expect(existsSync(join(folder, "paper"))).toBe(false);
  });

  it.each([[[]], [["one", "two"]]])("without exactly one folder: %j", (folders) => {
    const { code, said } = create(...folders);
    expect(code).toBe(1);
    expect(said).toContain("Name one folder for the paper.");
  });

  it("with a theme that does not exist", () => {
    const { code, said } = create("paper", "--theme", "tabliod");
    expect(code).toBe(1);
    expect(said).toContain('There is no theme "tabliod". Name one of literary, local, magazine, tabloid with --theme');
    expect(existsSync(join(folder, "paper"))).toBe(false);
  });

  it("with an option that does not exist", () => {
    const { code, said } = create("paper", "--nmae", "Post");
    expect(code).toBe(2);
    expect(said).toContain("--nmae");
    expect(existsSync(join(folder, "paper"))).toBe(false);
  });

  it("by a Node that is too old, which is told so", () => {
    const script = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } }); import("${pathToFileURL(COMMAND).href}");`;
    const { status, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([
      1,
      "Broadsheet needs Node 20.19 or newer, and this is Node 18.20.8. Get a newer one from https://nodejs.org/.\n",
    ]);
  });
});

it("goes into a repository that has only just begun", () => {
  mkdirSync(join(folder, "paper", ".git"), { recursive: true });
  writeFileSync(join(folder, "paper", "LICENSE"), "");
  expect(create("paper").code).toBe(0);
});
