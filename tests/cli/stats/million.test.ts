import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const project = join(import.meta.dirname, "../../..");

const LINES = 1_000_000;

/** Says the most memory that the process used, in kilobytes. */
const SAY_MEMORY = `data:text/javascript,process.on("exit",()=>console.log("kB "+process.resourceUsage().maxRSS))`;

/** Of ten lines, six are of stories, one each of the app, a program, a missing page, and a file. Browsers and missing pages are many. */
function* log(): Generator<string> {
  const browser = (at: number): string =>
    `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/${100 + (at % 3000)}.0.0.0 Safari/537.36`;
  for (let at = 0; at < LINES; at += 1) {
    const story = `story-${(at * 7919) % 20_000}`;
    const [target, status, referrer, agent] = [
      [`/data/article/${story}.json`, 200, "https://paper.example/latest", browser(at)],
      [`/article/${story}`, 200, "-", `Mozilla/5.0 (compatible; Bot${at % 3000}/2.1; +http://bot.example/bot.html)`],
      [`/old/${at}.html`, 404, "-", browser(at)],
      [`/assets/app-${at % 100}.js`, 200, "-", browser(at)],
    ][at % 10] ?? [`/article/${story}`, 200, `https://search${at % 500}.example/`, browser(at)];
    const time = `${String(1 + Math.floor(at / 40_000)).padStart(2, "0")}/Nov/2026:10:00:${String(at % 60).padStart(2, "0")} +0000`;
    yield `192.0.2.${at % 250} - - [${time}] "GET ${target} HTTP/2.0" ${status} 5120 "${referrer}" "${agent}"\n`;
  }
}

test("a log of a million lines is counted exactly, within a minute and 300 MB", { timeout: 120_000 }, async ({ task }) => {
  const out = temporaryFolder();
  const options = ["--site", join(out, "none"), "--content", out, "--out", out];
  const command = spawn(process.execPath, ["--import", SAY_MEMORY, "--import", "tsx", "src/cli/main.ts", "stats", "-", ...options], {
    cwd: project,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(command, "exit");
  const start = performance.now();
  const [printed] = await Promise.all([command.stdout.toArray(), pipeline(Readable.from(log()), command.stdin)]);
  expect(await ended).toEqual([0, null]);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Number(/kB (\d+)/u.exec(Buffer.concat(printed).toString())?.[1]) / 1024;
  task.meta.figure = `${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`;
  const result = JSON.parse(readFileSync(join(out, "stats.json"), "utf8"));
  expect(result).toMatchObject({ requests: LINES, opened: 600_000, inApp: 100_000, bots: 100_000, notFound: 100_000, unreadable: 0 });
  expect(result.referrers).toHaveLength(300);
  expect(seconds).toBeLessThan(60);
  expect(megabytes).toBeLessThan(300);
});
