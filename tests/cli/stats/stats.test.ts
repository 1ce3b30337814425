import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as v from "valibot";
import { MostReadSchema } from "#compiler/settings/mostReadFile.ts";
import { stats, type StatsOptions } from "#cli/stats/stats.ts";
import { folderOf } from "../../support/importing.ts";

// Written by nginx, Apache (vhost_combined) and Caddy for the same requests of curl; that of CloudFront has its documented form.
const LOGS = join(import.meta.dirname, "../../fixtures/access-logs");

const STORIES = ["bridge-opens", "ferry"];

/** A paper and its site, as far as the command reads them. */
function aPaper({ base = "/", stories = STORIES } = {}): { content: string; site: string } {
  const pages = [...stories.map((slug) => `article/${slug}`), "topic/ports"];
  const data = pages.map((page) => [`data/${page}.json`, JSON.stringify({ article: { headline: `Headline of ${page}` } })]);
  const files = [...pages.map((page) => [`${page}.html`, ""]), ...data, ["index.html", `<meta name="broadsheet-base" content="${base}">`]];
  files.push(["_redirects", `${base}old ${base}article/ferry 301\n${base}tag/:slug ${base}topic/:slug 301\n`]);
  const list = files.map(([file]) => file).join("\n");
  return {
    content: folderOf({
      "edition.json": JSON.stringify({ name: "The Paper", url: `https://paper.example${base}`, timeZone: "Asia/Tokyo" }),
    }),
    site: folderOf({ ...Object.fromEntries(files), ".broadsheet-files": list }),
  };
}

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  for (const way of ["log", "error"] as const) vi.spyOn(console, way).mockImplementation((line) => void printed.push(String(line)));
  return () => vi.restoreAllMocks();
});

/** What the command counts of logs, as stats.json has it. */
async function counted(
  logs: string[],
  { paper = aPaper(), now = 0, ...options }: Partial<StatsOptions> & { paper?: ReturnType<typeof aPaper>; now?: number } = {},
) {
  const out = join(folderOf({}), "out");
  await stats(logs, { ...paper, out, ...options }, now);
  return { ...JSON.parse(readFileSync(join(out, "stats.json"), "utf8")), out };
}

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

const lineOf = (target: string, { status = 200, time = "01/Dec/2026:09:15:42 +0000", referrer = "-", agent = CHROME } = {}): string =>
  `192.0.2.7 - - [${time}] "GET ${target} HTTP/1.1" ${status} 2 "${referrer}" "${agent}"`;

const logOf = (...lines: string[]): string => join(folderOf({ "access.log": `${lines.join("\n")}\n` }), "access.log");

describe("what a log of each server counts", () => {
  it.each(["nginx", "apache", "caddy", "cloudfront"])("is the same: %s", async (server) => {
    const result = await counted([join(LOGS, `${server}.txt`)]);
    // Only Caddy logs the header that tells a page requested in advance.
    const prefetched = server === "caddy" ? 1 : 0;
    expect(result).toMatchObject({
      requests: 17,
      opened: 7 - prefetched,
      inApp: 1,
      bots: 2,
      prefetched,
      stored: 1,
      unreadable: 0,
      stories: [
        { path: "/article/bridge-opens", headline: "Headline of article/bridge-opens", opened: 3, inApp: 0 },
        { path: "/article/ferry", opened: 1, inApp: 1 },
      ],
      subjects: [{ path: "/topic/ports", opened: 2 - prefetched }],
      pages: [{ path: "/", opened: 1 }],
      referrers: [{ name: "search.example", count: 3 }],
      feeds: [{ name: "/feed.xml", count: 1 }],
      missing: [
        { name: "/2019/05/the-bridge-opens.html", count: 1, redirect: "/2019/05/the-bridge-opens.html,/article/bridge-opens," },
        { name: "/wp-login.php", count: 1 },
      ],
    });
    expect(result.from).toMatch(/^2026-12-01T09:15:4\d/u);
  });
});

it("what Chromium and the service worker request by themselves is told from what its reader opened", async () => {
  // Logged by Caddy: a story twice by its address, once from the browser's cache, then the front page, which prefetches, and the story
  // by a link, which the worker has. What the worker passes on is a navigation; what it stores names its script as the referrer.
  expect(await counted([join(LOGS, "chromium.txt")])).toMatchObject({
    opened: 3,
    inApp: 3,
    bots: 0,
    stored: 1,
    notFound: 0,
    stories: [
      { path: "/article/genesis-market-closed", opened: 2, inApp: 0 },
      { path: "/article/voyager-1-makes-sense-again", opened: 0, inApp: 1 },
    ],
    subjects: [
      { path: "/section/crime", opened: 0, inApp: 1 },
      { path: "/topic/voyager-1", opened: 0, inApp: 1 },
    ],
  });
});

it("no file has an address of a reader, a browser, a search or a rare referrer", async () => {
  const { out } = await counted([join(LOGS, "nginx.txt"), join(LOGS, "caddy.txt")]);
  expect(readdirSync(out).toSorted()).toEqual(["report.html", "stats.csv", "stats.json"]);
  const all = [...readdirSync(out).map((file) => readFileSync(join(out, file), "utf8")), ...printed].join("\n");
  for (const secret of ["192.0.2", "Chrome", "secret", "utm_source", "private.example", "old.example"]) expect(all).not.toContain(secret);
  expect(readFileSync(join(out, "report.html"), "utf8")).toContain("Headline of article/ferry");
  expect(readFileSync(join(out, "stats.csv"), "utf8")).toContain("story,/article/ferry,Headline of article/ferry,2,2\n");
});

it("rotated and gzipped logs in any order count together", async () => {
  const folder = folderOf({ "access.log": `${lineOf("/article/ferry")}\r\n` });
  const members = [lineOf("/article/ferry", { time: "30/Nov/2026:23:59:59 -0100" }), lineOf("/")].map((line) => gzipSync(`${line}\n`));
  writeFileSync(join(folder, "access.log.2.gz"), Buffer.concat(members));
  const result = await counted([join(folder, "access.log"), join(folder, "access.log.2.gz")]);
  expect(result).toMatchObject({ opened: 3, from: "2026-12-01T00:59:59.000Z", to: "2026-12-01T09:15:42.000Z" });
});

it("days begin in the paper's time zone, and end where they are asked to", async () => {
  const times = ["29/Nov/2026:14:59:59", "29/Nov/2026:15:00:00", "30/Nov/2026:14:59:59", "30/Nov/2026:15:00:00"];
  const log = logOf(...times.map((time) => lineOf("/", { time: `${time} +0000` })));
  expect(await counted([log], { since: "2026-11-30", until: "2026-12-01" })).toMatchObject({ requests: 2, opened: 2 });
  expect(await counted([log], { days: 1, now: Date.parse("2026-12-01T15:00:00Z") })).toMatchObject({ requests: 1 });
  await expect(counted([log], { since: "yesterday" })).rejects.toThrow("--since yesterday is not a day. Write it as 2026-11-30.");
});

it("a page has one address, whatever a host, a proxy or a client makes of it", async () => {
  const same = ["/p/article/na%C3%AFve", "/p/article/na%c3%afve?x=1", "/p/article/na%C3%AFve.html", "/p/article/na%C3%AFve/"];
  const more = [
    "https://paper.example/p/article/na%C3%AFve",
    "/p/article/na%C3%AFve/post/1",
    "/p",
    "/other/article/ferry",
    "/p/media/a.mp3",
  ];
  const result = await counted([logOf(...[...same, ...more].map((target) => lineOf(target)))], { paper: aPaper({ base: "/p/" }) });
  expect(result).toMatchObject({ opened: 7, stories: [{ path: "/article/na%C3%AFve", opened: 6 }], pages: [{ path: "/", opened: 1 }] });
});

it("an address that has a page or a redirect by now is no longer missing", async () => {
  const lines = ["/p/article/ferry", "/p/old", "/p/tag/ports", "/p/article/fery"].map((target) => lineOf(target, { status: 404 }));
  const result = await counted([logOf(...lines)], { paper: aPaper({ base: "/p/" }) });
  expect(result.notFound).toBe(4);
  expect(result.missing).toEqual([{ name: "/article/fery", count: 1, redirect: "/article/fery,/article/ferry," }]);
});

it("a line in no known format is named by its file and number, and not shown", async () => {
  const log = logOf(
    lineOf("/"),
    "192.0.2.9 what is this",
    '192.0.2.9 - - [01/Dec/2026:09:15:42 +0000] "\\x16\\x03" 400 0 "-" "-"',
    "{broken",
  );
  expect(await counted([log])).toMatchObject({ requests: 2, opened: 1, unreadable: 2 });
  const said = printed.find((line) => line.startsWith("In no known format"));
  expect(said).toContain(`${log}:2, ${log}:4.`);
  expect(printed.join("\n")).not.toContain("192.0.2.9");
});

it("a log that is cut off, compressed in another way or not there is named, and the others count", async () => {
  const folder = folderOf({ "x.log.zst": "(\u0000", "whole.log": `${lineOf("/")}\n` });
  writeFileSync(join(folder, "cut.gz"), gzipSync(`${lineOf("/")}\n${lineOf("/")}\n`).subarray(0, 40));
  const logs = ["cut.gz", "x.log.zst", "none.log", "whole.log"].map((name) => join(folder, name));
  expect(await stats(logs, aPaper())).toBe(1);
  expect(printed.join("\n")).toContain("1 page was opened");
  expect(printed.join("\n")).toContain("cut.gz is damaged or incomplete: only the lines before that are counted.");
  expect(printed.join("\n")).toContain("x.log.zst is neither text nor gzip. Decompress it first.");
  expect(printed.join("\n")).toContain(`There is no log ${join(folder, "none.log")}.`);
});

describe("most-read.json", () => {
  const read = (content: string) => v.parse(MostReadSchema, JSON.parse(readFileSync(join(content, "most-read.json"), "utf8")));

  it("has the stories of the last seven days that the site publishes now, most read first", async () => {
    const log = logOf(
      ...["ferry", "withdrawn", "withdrawn", "bridge-opens", "ferry"].map((slug) => lineOf(`/article/${slug}`)),
      ...["bridge-opens", "bridge-opens"].map((slug) => lineOf(`/article/${slug}`, { time: "20/Nov/2026:09:00:00 +0000" })),
      lineOf("/topic/ports"),
    );
    const paper = aPaper();
    await counted([log], { paper, mostRead: true, now: Date.parse("2026-12-02T00:00:00Z") });
    expect(read(paper.content)).toEqual({
      from: "2026-12-01T09:15:42.000Z",
      to: "2026-12-01T09:15:42.000Z",
      stories: [
        { path: "/article/ferry", opened: 2 },
        { path: "/article/bridge-opens", opened: 1 },
      ],
    });
  });

  it("is not written without a site that says what is public, nor when nothing was read", async () => {
    const paper = aPaper();
    await expect(stats([logOf(lineOf("/article/ferry"))], { ...paper, site: "none", mostRead: true })).rejects.toThrow(
      "There is no site in none",
    );
    await stats([logOf(lineOf("/article/withdrawn"))], { ...paper, mostRead: true, since: "2026-01-01" });
    expect(existsSync(join(paper.content, "most-read.json"))).toBe(false);
  });
});
