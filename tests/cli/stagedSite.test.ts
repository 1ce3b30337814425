import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Output } from "#compiler/write/output.ts";
import { stageSite } from "#cli/stagedSite.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

/** A build of a site with these files, as the compiler writes it. */
function build(site: string, files: Record<string, string>): Promise<unknown> {
  const write = (folder: string) => {
    const output = new Output(folder);
    for (const [file, text] of Object.entries(files)) output.write(file, text);
    return Promise.resolve(output.finish());
  };
  return stageSite(site, write, () => true);
}

const newSite = () => join(temporaryFolder(), "papers", "site");
const besides = (site: string) => readdirSync(dirname(site));

describe("a site that is built", () => {
  it("holds what the last build wrote, and nothing of the one before", async () => {
    const site = newSite();
    await build(site, { "index.html": "one", "article/a.html": "a" });
    await build(site, { "index.html": "two", "article/b.html": "b" });
    expect([...filesIn(site).keys()]).toEqual([".broadsheet-files", "article/b.html", "index.html"]);
    expect(besides(site)).toEqual(["site"]);
  });

  it("keeps the date of a file that is as before", async () => {
    const site = newSite();
    await build(site, { "index.html": "one", "article/a.html": "a" });
    const before = statSync(join(site, "article/a.html"));
    await build(site, { "index.html": "two", "article/a.html": "a" });
    const after = statSync(join(site, "article/a.html"));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
  });

  it("stays as it was when the build fails", async () => {
    const site = newSite();
    await build(site, { "index.html": "one" });
    const failing = stageSite(
      site,
      (folder) => {
        new Output(folder).write("index.html", "two");
        throw new Error("The disk is full.");
      },
      () => true,
    );
    await expect(failing).rejects.toThrow("The disk is full.");
    expect(filesIn(site).get("index.html")).toBe("one");
    expect(besides(site)).toEqual(["site"]);
  });

  it("stays as it was when nothing came of the build", async () => {
    const site = newSite();
    await build(site, { "index.html": "one" });
    await stageSite(
      site,
      (folder) => Promise.resolve(new Output(folder).write("index.html", "two")),
      () => false,
    );
    expect(filesIn(site).get("index.html")).toBe("one");
  });

  it("keeps what its publisher has put beside the pages", async () => {
    const site = newSite();
    await build(site, { "index.html": "one" });
    writeFileSync(join(site, "CNAME"), "paper.example");
    await build(site, { "index.html": "two" });
    expect(filesIn(site).get("CNAME")).toBe("paper.example");
  });

  it("is refused a folder that holds files which no build wrote", async () => {
    const site = newSite();
    mkdirSync(site, { recursive: true });
    writeFileSync(join(site, "thesis.doc"), "ten years of work");
    await expect(build(site, { "index.html": "one" })).rejects.toThrow("holds files that no build wrote");
    expect([...filesIn(site).keys()]).toEqual(["thesis.doc"]);
  });

  it("is whole after a build that was killed, whose left-overs the next build clears", async () => {
    const site = newSite();
    await build(site, { "index.html": "one", "article/a.html": "a" });
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/stallingBuild.ts", site], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [staged] = await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readFileSync(join(String(staged).trim(), "index.html"), "utf8")).toBe("half");
    expect(filesIn(site).get("index.html")).toBe("one");
    expect(filesIn(site).get("article/a.html")).toBe("a");
    await build(site, { "index.html": "two" });
    expect(filesIn(site).get("index.html")).toBe("two");
    expect(besides(site)).toEqual(["site"]);
  });

  it("comes back when a build was killed between taking the old one away and putting the new one there", async () => {
    const site = newSite();
    await build(site, { "index.html": "one" });
    renameSync(site, join(dirname(site), ".site.broadsheet-old"));
    const failing = stageSite(
      site,
      () => Promise.reject(new Error("No.")),
      () => true,
    );
    await expect(failing).rejects.toThrow("No.");
    expect(existsSync(join(site, "index.html"))).toBe(true);
  });
});
