import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Output } from "#compiler/output/output.ts";
import { stageSite } from "#cli/stage/stagedSite.ts";
import { failedBuild, stagedBuild } from "../../support/stagedBuild.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

/** Enough that a signal comes while they are moved. */
const MANY = 3000;

const newSite = () => join(temporaryFolder(), "papers", "site");
const silent = () => {};
const besides = (site: string) => readdirSync(dirname(site));

describe("a site that is built", () => {
  it("holds what the last build wrote, and nothing of the one before", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one", "article/a.html": "a" });
    await stagedBuild(site, { "index.html": "two", "article/b.html": "b" });
    expect([...filesIn(site).keys()]).toEqual([".broadsheet-files", "article/b.html", "index.html"]);
    expect(besides(site)).toEqual([".site.broadsheet-previous", ".site.broadsheet-standby", "site"]);
  });

  it("keeps the date of a file that is as before", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one", "article/a.html": "a" });
    const before = statSync(join(site, "article/a.html"));
    await stagedBuild(site, { "index.html": "two", "article/a.html": "a" });
    const after = statSync(join(site, "article/a.html"));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
  });

  it("stays as it was when the build fails", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one" });
    const failing = stageSite(
      site,
      (stage) => {
        new Output(stage.folder, stage.site).write("index.html", "two");
        throw new Error("The disk is full.");
      },
      () => true,
      silent,
    );
    await expect(failing).rejects.toThrow("The disk is full.");
    expect(filesIn(site).get("index.html")).toBe("one");
    expect(besides(site)).toEqual([".site.broadsheet-standby", "site"]);
  });

  it("stays as it was when nothing came of the build", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one" });
    await stageSite(
      site,
      (stage) => Promise.resolve(new Output(stage.folder, stage.site).write("index.html", "two")),
      () => false,
      silent,
    );
    expect(filesIn(site).get("index.html")).toBe("one");
  });

  it("keeps what its publisher has put beside the pages", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one" });
    writeFileSync(join(site, "CNAME"), "paper.example");
    await stagedBuild(site, { "index.html": "two" });
    expect(filesIn(site).get("CNAME")).toBe("paper.example");
  });

  it("is refused a folder that holds files which no build wrote", async () => {
    const site = newSite();
    mkdirSync(site, { recursive: true });
    writeFileSync(join(site, "thesis.doc"), "ten years of work");
    await expect(stagedBuild(site, { "index.html": "one" })).rejects.toThrow("contains files that no build wrote");
    expect([...filesIn(site).keys()]).toEqual(["thesis.doc"]);
  });

  it("is whole after a build that was killed, whose left-overs the next build clears", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one", "article/a.html": "a" });
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/stallingBuild.ts", site], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [staged] = await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readFileSync(join(String(staged).trim(), "index.html"), "utf8")).toBe("half");
    expect(filesIn(site).get("index.html")).toBe("one");
    expect(filesIn(site).get("article/a.html")).toBe("a");
    await stagedBuild(site, { "index.html": "two" });
    expect(filesIn(site).get("index.html")).toBe("two");
    expect(besides(site)).toEqual([".site.broadsheet-previous", ".site.broadsheet-standby", "site"]);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "is the new one, whole, when its build is asked to end (%s) while it is put in its place",
    async (signal) => {
      const site = newSite();
      const files = (text: string) => Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`article/${at}.html`, text]));
      await stagedBuild(site, files("one"));
      const child = spawn(process.execPath, ["--import", "tsx", "tests/support/largeBuild.ts", site, String(MANY)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = once(child, "exit");
      const next = join(dirname(site), ".site.broadsheet-next");
      await once(child.stdout, "data");
      const waiting = () => readdirSync(join(next, "article")).length;
      while (waiting() === MANY);
      const left = waiting();
      child.kill(signal);
      expect((await ended)[1]).toBe(signal);
      // It was asked in the middle.
      expect(left).toBeGreaterThan(0);
      expect([...filesIn(site).values()].filter((text) => text === "two")).toHaveLength(MANY);
      await stagedBuild(site, files("two"));
      expect(besides(site)).toEqual([".site.broadsheet-previous", ".site.broadsheet-standby", "site"]);
    },
  );

  it("gets the rest of what a build had begun to put into it file by file when it was killed", async () => {
    const site = newSite();
    await stagedBuild(site, { "index.html": "one", "article/a.html": "a", "article/b.html": "b" });
    const changes = join(dirname(site), ".site.broadsheet-changes");
    const output = new Output(changes, site);
    for (const [file, text] of Object.entries({ "index.html": "two", "article/b.html": "b", "article/c.html": "c" }))
      output.write(file, text);
    output.finish();
    // It had come as far as the front page.
    cpSync(join(changes, "index.html"), join(site, "index.html"));
    expect(await failedBuild(site)).toMatchObject({ message: "No story." });
    const files = filesIn(site);
    expect([...files.keys()]).toEqual([".broadsheet-files", "article/b.html", "article/c.html", "index.html"]);
    expect(files.get("index.html")).toBe("two");
  });

  it("may give a page the place of a folder, and a folder that of a page", async () => {
    const site = newSite();
    await stagedBuild(site, { "old/page": "one", other: "two" });
    await stagedBuild(site, { old: "three", "other/page": "four" });
    expect(filesIn(site)).toEqual(
      new Map([
        [".broadsheet-files", "old\nother/page\n"],
        ["old", "three"],
        ["other/page", "four"],
      ]),
    );
  });
});
