import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { someOf } from "../support/journey.ts";
import { expireLease } from "../support/expireLease.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

/** The installed command, begun. */
const begin = (...args: string[]) => beginIn(inject("installation"), args);

function beginIn(installation: string, args: string[]) {
  return spawn(process.execPath, [join(installation, "bin", "broadsheet.js"), ...args], {
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** The installed command, run to its end. */
const broadsheet = (...args: string[]) => ended(begin(...args));

/** A build of a few stories. Compressing the reader takes longer than all else of it. */
const build = (content: string, out: string, ...args: string[]) =>
  broadsheet("build", "--content", content, "--out", out, "--no-compress", ...args);

async function ended(child: ReturnType<typeof begin>): Promise<{ code: number | null; said: string; out: string }> {
  let said = "";
  let out = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (said += part));
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  await once(child, "close");
  return { code: child.exitCode, said, out };
}

/** A folder with these files. */
function folder(files: Record<string, string>): string {
  const root = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const GOOD = "---\nheadline: Rain\ndatePublished: 2024-04-22T07:10:00Z\nplaces: [London]\n---\nIt rained.\n";

/** More stories than one thread reads alone. */
const LARGE = Object.fromEntries(Array.from({ length: 420 }, (_, number) => [`story-${number}.md`, GOOD]));

/** Arguments that no command takes. First those whose sentence no other test reads. */
const REFUSED = [
  [["build", "--base", "paper"], 1, "a path that begins and ends with a slash"],
  [["frob"], 1, "unknown command 'frob'"],
  [["build", "--content", "content", "--out", "content/site"], 1, "The site must not be in the folder of the articles"],
  [["build", "--out", "/proc/site"], 1, "it is not there, or cannot be created there"],
  [["serve", "--port", "99999"], 1, "a number from 0 to 65535"],
  [["build", "--nope"], 1, "unknown option '--nope'"],
  [["build", "--url", "example"], 1, "a full address such as https://example.org/"],
  [["build", "--content", "nowhere"], 1, "There is no folder nowhere."],
  [["build", "--out", "src"], 1, "contains files that no build wrote"],
  [["build", "--out", "package.json"], 1, "package.json cannot be read: it is a file"],
  [["build", "--out", "package.json/site"], 1, "package.json cannot be written: something else of this name is there"],
  [["serve", "nowhere"], 1, "There is no site in"],
] as const;

describe("broadsheet build", () => {
  it(
    "gives the same bytes for the same input, whatever was there before and however many threads make it",
    { timeout: 180_000 },
    async () => {
      // By as many threads as the machine has cores.
      const first = inject("sampleSite");
      const second = join(temporaryFolder(), "site");
      const small = folder({ "rain.md": GOOD });
      await build(small, second);
      const threads = availableParallelism() === 1 ? "3" : "1";
      await broadsheet("build", "--content", "content", "--out", second, "--threads", threads, "--allow-removals");
      const [one, two] = [filesIn(first), filesIn(second)];
      expect([...two.keys()]).toEqual([...one.keys()]);
      expect([...one.keys()].filter((file) => one.get(file) !== two.get(file))).toEqual([]);
    },
  );

  it("has a page for every JSON file, and a place for every file that a page asks for", () => {
    const files = filesIn(inject("sampleSite"));
    const names = [...files.keys()];
    const data = names
      .filter((name) => /^data\/(?!edition|fresh|front|public-record|recent-threads|search)/u.test(name) && !name.endsWith("/live.json"))
      .map((name) => name.replace(/^data\/(.*)\.json$/u, "$1.html"));
    expect(data.filter((page) => !files.has(page))).toEqual([]);
    const pages = names.filter((name) => name.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(100);
    const asked = new Set(
      pages.flatMap((page) => [...(files.get(page) ?? "").matchAll(/(?:src|href)="(\/[^"#?]*)/gu)].map(([, path = ""]) => path)),
    );
    const isThere = (path: string) => {
      const file = decodeURIComponent(path.slice(1));
      return file === "" || files.has(file) || files.has(`${file}.html`);
    };
    expect([...asked].filter((path) => !isThere(path))).toEqual([]);
  });

  it("shares no file with the package or the content that it was made of", async () => {
    const content = folder({ "rain.md": GOOD });
    cpSync(join("content", "pictures"), join(content, "pictures"), { recursive: true });
    const out = join(temporaryFolder(), "site");
    await broadsheet("build", "--content", content, "--out", out);
    const filesOf = (root: string) => [...filesIn(root).keys()].map((file) => join(root, file));
    const sources = [join(inject("installation"), "build"), content].flatMap(filesOf).map((file) => statSync(file).ino);
    const shared = [out, inject("sampleSite")].flatMap(filesOf).filter((file) => sources.includes(statSync(file).ino));
    expect(shared).toEqual([]);
    // Nor with what is kept for the next build, nor with each other: each has one other hard link, in the standby copy.
    const files = filesOf(out).map((file) => statSync(file));
    expect(files.filter(({ nlink }) => nlink !== 2)).toEqual([]);
    expect(filesOf(join(dirname(out), ".site.broadsheet-standby")).map((file) => statSync(file).ino)).toEqual(files.map(({ ino }) => ino));
  });

  it("says what is wrong with file and place, publishes the rest, times its steps, and exits with 2", async () => {
    const content = folder({ "rain.md": GOOD, "broken.json": '{ "headline": 12 ' });
    const out = join(temporaryFolder(), "site");
    const timings = join(temporaryFolder(), "timings.json");
    const { code, said } = await broadsheet("build", "--content", content, "--out", out, "--timings", timings);
    expect(code).toBe(2);
    expect(said).toMatch(/error broken\.json/u);
    expect(said).toMatch(/2 read = 1 published \+ 1 skipped/u);
    expect(existsSync(join(out, "article", "rain.html"))).toBe(true);
    const { steps }: { steps: { name: string }[] } = JSON.parse(readFileSync(timings, "utf8"));
    const names = "Comparison, Settings, Stories, Pictures, Articles, Links, Pages, Search, Reader, Compression, Report, Site put in place";
    expect(steps.map(({ name }) => name).join(", ")).toBe(names);
    for (const name of [...names.split(", "), "All"]) expect(said).toMatch(new RegExp(`^${name} +[\\d.]+ s +\\d+ MB$`, "mu"));
  });

  it("leaves the site whole when it is killed at any moment", async () => {
    const parent = temporaryFolder();
    const site = join(parent, "site");
    const small = folder({ "rain.md": GOOD, "edition.json": '{"name":"Another"}' });
    await build(small, site);
    const whole = filesIn(site);
    for (const after of someOf([900, 300, 1800])) {
      const child = begin("build", "--content", "content", "--out", site, "--allow-removals");
      await wait(after);
      const ended = once(child, "close");
      child.kill("SIGKILL");
      await ended;
      expireLease(site);
      // Either the old site or the new one, but never a part of both.
      const now = filesIn(site);
      if (now.has("article/rain.html")) expect(now).toEqual(whole);
      else expect(now).toEqual(filesIn(inject("sampleSite")));
      await build(small, site, "--allow-removals");
      // What the next build must know lies beside the site, and what the last one has replaced.
      const beside = readdirSync(parent).filter((name) => name !== ".site.broadsheet-previous");
      expect(beside).toEqual([".site.broadsheet-standby", ".site.broadsheet-state", "site"]);
      expect(filesIn(site)).toEqual(whole);
    }
  });

  it("waits for another one into the same folder, also for that which takes the place of a killed one", { timeout: 180_000 }, async () => {
    const parent = temporaryFolder();
    const site = join(parent, "site");
    const content = folder({ "rain.md": GOOD });
    writeFileSync(join(parent, ".site.broadsheet-lease"), "killed");
    expireLease(site);
    const builds = [1, 2, 3, 4].map(() => build(content, site));
    const [busy, ...all] = await Promise.all([build(content, site, "--no-wait"), ...builds]);
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(all.filter(({ said }) => said.includes("; waiting for it …")).length).toBeGreaterThanOrEqual(3);
    if (busy.code !== 0) expect(busy.said).toMatch(/^Another build is writing to .*\/site\. Run this again .*--no-wait\.\n$/u);
    expect(readdirSync(parent).filter((name) => name !== ".site.broadsheet-previous")).toEqual([
      ".site.broadsheet-standby",
      ".site.broadsheet-state",
      "site",
    ]);
    const alone = join(parent, "alone");
    await build(content, alone);
    expect(filesIn(site)).toEqual(filesIn(alone));
  });

  it("reads a large archive in threads, and says of each file what is wrong with it", async () => {
    const content = folder({ ...LARGE, "story-7.md": GOOD.replace("It rained.", "It rained. ![](missing.jpg)") });
    const out = join(temporaryFolder(), "site");
    const { said } = await build(content, out);
    expect(said).toMatch(/story-7\.md:6/u);
    expect(said).toMatch(/420 read = 420 published/u);
    expect(existsSync(join(out, "article", "story-419.html"))).toBe(true);
  });

  it(
    "ends with a sentence and leaves the site whole where the disk, a permission or a limit is against it",
    { timeout: 180_000 },
    async () => {
      const parent = temporaryFolder();
      const site = join(parent, "site");
      const content = folder({ "rain.md": GOOD, "closed/rain.md": GOOD });
      await build(content, site);
      const before = filesIn(site);
      writeFileSync(join(content, "wind.md"), GOOD);
      const fault = async (begun: string[], sentence: RegExp) => {
        const command = [...begun, process.execPath, join(inject("installation"), "bin", "broadsheet.js"), "build"];
        const { code, said } = await ended(spawn("env", [...command, "--content", content, "--out", site, "--no-compress"]));
        expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
        expect(said).not.toMatch(/^\s+at /mu);
        expect(filesIn(site)).toEqual(before);
      };
      // To root, permissions say nothing.
      const unprivileged = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
      await fault(["sh", "-c", 'ulimit -f 8; exec "$@"', "sh"], /cannot be written: a file would be larger than is allowed \(EFBIG\)/u);
      chmodSync(join(content, "closed"), 0);
      await fault(unprivileged, /closed cannot be read: this user does not have the permission \(EACCES\)/u);
      chmodSync(parent, 0o555);
      await fault(unprivileged, /lease cannot be opened: this user does not have the permission \(EACCES\)/u);
      for (const path of [parent, join(content, "closed")]) chmodSync(path, 0o755);
    },
  );

  it.each([
    ["renderWorker.js", { "rain.md": GOOD }],
    ["readWorker.js", LARGE],
  ])("says what a thread of %s died of, and leaves nothing behind", async (file, stories) => {
    const broken = temporaryFolder();
    cpSync(inject("installation"), broken, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(broken, "build", "node", file), 'throw new Error("The thread is out of order.");');
    const parent = temporaryFolder();
    const { code, said } = await ended(beginIn(broken, ["build", "--content", folder(stories), "--out", join(parent, "site")]));
    expect(code).toBe(1);
    expect(said).toContain("The thread is out of order.");
    expect(said).not.toContain("Unhandled");
    expect(readdirSync(parent).filter((name) => name.includes("next"))).toEqual([]);
  });

  it.each(someOf(REFUSED, 6))("answers %j with %i and one sentence", async (args, exit, sentence) => {
    const { code, said } = await broadsheet(...args);
    expect(code).toBe(exit);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/^\s+at /mu);
  });
});

describe("broadsheet check", () => {
  it("publishes nothing, and lets warnings pass unless it is to be strict", async () => {
    const content = folder({ "rain.md": GOOD.replace("It rained.", "It rained. ![](missing.jpg)") });
    const relaxed = await broadsheet("check", "--content", content);
    expect(relaxed.code).toBe(0);
    expect(relaxed.said).toMatch(/warning rain\.md/u);
    expect((await broadsheet("check", "--content", content, "--strict")).code).toBe(1);
    expect([...filesIn(content).keys()]).toEqual(["rain.md"]);
  });

  it("tells machines in JSON", async () => {
    const { out } = await broadsheet("check", "--content", folder({ "rain.md": GOOD }), "--json");
    expect(JSON.parse(out)).toMatchObject({ counts: { read: 1, published: 1, skipped: [] }, problems: [{ file: "edition.json" }] });
  });
});

describe("broadsheet new", () => {
  it("writes a story that a build holds back until its draft line is taken out", async () => {
    const content = temporaryFolder();
    const { out } = await broadsheet("new", "Rain in London", "--content", content);
    const file = out.trim();
    expect((await broadsheet("check", "--content", content)).said).toMatch(/1 read = 0 published \+ 1 skipped/u);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^draft:.*\n/mu, ""));
    const { code, said } = await broadsheet("check", "--content", content, "--strict");
    expect(said).toMatch(/1 read = 1 published \+ 0 skipped/u);
    expect(code).toBe(0);
  });
});

describe("broadsheet start", () => {
  it("makes the site, serves it at a port that is free, and says where", async () => {
    const out = join(temporaryFolder(), "site");
    const child = begin("start", "--content", folder({ "rain.md": GOOD }), "--out", out, "--port", "0", "--base", "/paper/");
    try {
      const [line] = await once(child.stdout, "data");
      const address = /http:\S+/u.exec(String(line))?.[0] ?? "";
      expect(address).toMatch(/\/paper\/$/u);
      const page = await fetch(`${address}article/rain`);
      expect(await page.text()).toContain("It rained.");
    } finally {
      child.kill();
    }
  });
});
