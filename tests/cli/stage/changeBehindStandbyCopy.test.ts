import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findSite } from "#cli/stage/changeBehindStandbyCopy.ts";
import { serveSite } from "#cli/serving/serveSite.ts";
import { failedBuild, stagedBuild } from "../../support/stagedBuild.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

/** Enough that a signal comes while they are moved. */
const MANY = 1000;

const newSite = () => join(temporaryFolder(), "site");
const pages = (text: string) => Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`article/${at}.html`, text]));
const textsIn = (site: string) => new Set(filesIn(join(site, "article")).values());
const beside = (site: string, part: string) => join(dirname(site), `.site.broadsheet-${part}`);

/** A build that makes all pages say "two", when it has made them. */
async function begun(site: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/largeBuild.ts", site, String(MANY)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  return { child, ended };
}

function waiting(site: string): number {
  const folder = join(beside(site, "next"), "article");
  return existsSync(folder) ? readdirSync(folder).length : 0;
}

/** Kills such a build when `most` of its changes are not in the site yet, or fewer, but some: where it was quicker than that, another. */
async function killed(site: string, most: number): Promise<void> {
  await stagedBuild(site, pages("one"));
  const { child, ended } = await begun(site);
  while (waiting(site) > most);
  child.kill("SIGKILL");
  await ended;
  if (waiting(site) === 0) await killed(site, most);
}

describe("a site that changes behind its standby copy", () => {
  it.each([0.99, 0.5])("shows what it was, whole, when its build is killed with %d of the changes to come", async (share) => {
    const site = newSite();
    await stagedBuild(site, pages("one"));
    writeFileSync(join(site, "CNAME"), "paper.example");
    const folder = statSync(site).ino;
    const before = filesIn(site);
    await killed(site, MANY * share);
    expect(filesIn(site)).toEqual(before);
    // The next build goes on, in the folder that the site was in, and takes along what has come since.
    writeFileSync(join(site, "ads.txt"), "none");
    await failedBuild(site);
    expect(textsIn(site)).toEqual(new Set(["two"]));
    expect([...filesIn(site).keys()].filter((file) => !file.startsWith("article/"))).toEqual([".broadsheet-files", "CNAME", "ads.txt"]);
    expect(statSync(site).ino).toBe(folder);
    expect(readdirSync(dirname(site))).toEqual([".site.broadsheet-previous", "site"]);
  });

  it("keeps what is put into it meanwhile", async () => {
    const site = newSite();
    let wasAside = false;
    while (!wasAside) {
      await stagedBuild(site, pages("one"));
      const { ended } = await begun(site);
      while (waiting(site) > MANY / 2);
      writeFileSync(join(site, "late.txt"), "mine");
      wasAside = existsSync(beside(site, "aside"));
      await ended;
    }
    expect(filesIn(site).get("late.txt")).toBe("mine");
    expect(textsIn(site)).toEqual(new Set(["two"]));
  });

  it("is changed by one rename of a link where it is one, which is as it was in the end", async () => {
    const site = newSite();
    const target = join(temporaryFolder(), "papers", "paper");
    mkdirSync(target, { recursive: true });
    symlinkSync(target, site);
    await stagedBuild(site, pages("one"));
    await killed(site, MANY * 0.5);
    expect(textsIn(site)).toEqual(new Set(["one"]));
    expect(readlinkSync(site)).not.toBe(target);
    await failedBuild(site);
    expect(textsIn(site)).toEqual(new Set(["two"]));
    await stagedBuild(site, pages("three"));
    expect(readlinkSync(site)).toBe(target);
    expect(textsIn(target)).toEqual(new Set(["three"]));
  });

  it("is the same folder after each build, and its files are none of the tool's", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one", "about.html": "us" });
    const folder = statSync(site).ino;
    // By the same name or anew: both reach the standby copy, and nothing else.
    appendFileSync(join(site, "about.html"), " and you");
    await stagedBuild(site, { "index.html": "two", "about.html": "us" });
    await stagedBuild(site, { "index.html": "three", "about.html": "us", "data/a.json": "{}" });
    expect(statSync(site).ino).toBe(folder);
    const files = filesIn(site);
    expect([files.get("index.html"), files.get("about.html"), files.get("data/a.json")]).toEqual(["three", "us", "{}"]);
    expect(filesIn(beside(site, "standby"))).toEqual(files);
  });

  it("does not take a standby copy for its own that is of another build", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one" });
    const foreign = temporaryFolder();
    await stagedBuild(join(foreign, "site"), { "index.html": "one" });
    renameSync(beside(site, "standby"), join(foreign, "old"));
    renameSync(beside(join(foreign, "site"), "standby"), beside(site, "standby"));
    writeFileSync(join(beside(site, "standby"), "strange.html"), "?");
    await stagedBuild(site, { "index.html": "two" });
    expect(filesIn(beside(site, "standby"))).toEqual(filesIn(site));
  });

  it("is as it was where something is in the way, and what is in the way too", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one", "data/a.json": "1", "old.html": "old" });
    mkdirSync(join(site, "new.html"));
    writeFileSync(join(site, "new.html", "notes.txt"), "mine");
    const before = filesIn(site);
    const folder = statSync(site).ino;
    const building = stagedBuild(site, { "index.html": "two", "data/a.json": "2", "data/b.json": "2", "new.html": "new" });
    await expect(building).rejects.toThrow(/could not be put into .*\(EISDIR|ENOTEMPTY|EEXIST\)/u);
    expect(filesIn(site)).toEqual(before);
    expect(statSync(site).ino).toBe(folder);
    expect(await stagedBuild(site, { "index.html": "two" })).toEqual([]);
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("two");
  });
});

describe("a site whose build was killed between two renames", () => {
  it("is found by whoever reads it, and by the next build", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": '<meta name="broadsheet-base" content="/">one' });
    const before = filesIn(site);
    renameSync(site, beside(site, "aside"));
    await findSite(site);
    expect(filesIn(site)).toEqual(before);
    renameSync(site, beside(site, "aside"));
    const serving = await serveSite(site, { port: 0 });
    onTestFinished(() => serving.close());
    expect(await (await fetch(serving.address)).text()).toContain("one");
    renameSync(site, beside(site, "aside"));
    await failedBuild(site);
    expect(filesIn(site)).toEqual(before);
  });

  it("is left to a build that is under way and has it back at once", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one" });
    renameSync(site, beside(site, "aside"));
    const finding = findSite(site);
    mkdirSync(site);
    writeFileSync(join(site, "index.html"), "standby");
    await finding;
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("standby");
    expect(filesIn(beside(site, "aside")).get("index.html")).toBe("one");
  });
});
