import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "#compiler/settings/readSettings.ts";
import { instantOf } from "#compiler/text/instantOf.ts";
import { CliError } from "../CliError.ts";
import { inColour } from "../terminal/inColour.ts";
import { printable } from "../terminal/printable.ts";
import { logLines, nameOfLog } from "./logLines.ts";
import { logReader } from "./logReader.ts";
import { mostRead, writeMostRead } from "./mostRead.ts";
import { publishedPages } from "./publishedPages.ts";
import { statsHtml, summaryOf } from "./statsHtml.ts";
import { statsCsv, statsResult, type StatsResult } from "./statsResult.ts";
import { counter, emptyTally, type Tally } from "./tally.ts";

export type StatsOptions = {
  content: string;
  site: string;
  out?: string;
  since?: string;
  until?: string;
  days?: number;
  mostRead?: true;
};

/** The days that most-read.json is about, if nothing else is asked for. */
const DAYS_OF_MOST_READ = 7;

const DAY_MS = 86_400_000;

/**
 * Counts in access logs what was read, prints a summary, and writes what is asked for.
 * @param files paths of logs in any order, or "-" for standard input
 * @param now in milliseconds, from which `days` count back
 * @returns the exit code: 1 if a log could only be read in part
 */
export async function stats(files: string[], options: StatsOptions, now = Date.now()): Promise<number> {
  const read = await readSettings(options.content);
  const settings = "settings" in read ? read.settings : undefined;
  const published = publishedPages(options.site);
  if (options.mostRead && !published)
    throw new CliError(
      `There is no site in ${options.site}, so nobody knows which stories may be named. Build it, or name it with --site.`,
    );
  const host = settings?.url === undefined ? "" : new URL(settings.url).hostname;
  const tally = emptyTally();
  const place = { base: published?.base ?? (settings?.url === undefined ? "/" : new URL(settings.url).pathname), host };
  const unreadable = await countLogs(files, { tally, place, span: spanOf(options, settings?.timeZone ?? "UTC", now) });
  const result = statsResult(tally, unreadable.count, published);
  printStats(result, unreadable);
  if (options.out !== undefined) writeStats(result, options.out, settings?.name ?? options.content);
  if (options.mostRead && published) writeMostRead(mostRead(result, published), options.content);
  return unreadable.logs.length === 0 ? 0 : 1;
}

/** Milliseconds: from the first, and before the second. */
type Span = [from: number, to: number];

function spanOf({ since, until, days, mostRead: isWeek }: StatsOptions, timeZone: string, now: number): Span {
  const back = days ?? (isWeek && since === undefined && until === undefined ? DAYS_OF_MOST_READ : undefined);
  const start = (written: string, option: string): number => {
    const instant = instantOf(written, timeZone);
    if (instant === undefined) throw new CliError(`${option} ${written} is not a day. Write it as 2026-11-30.`);
    return Date.parse(instant);
  };
  return [
    since === undefined ? (back === undefined ? -Infinity : now - back * DAY_MS) : start(since, "--since"),
    until === undefined ? Infinity : start(until, "--until"),
  ];
}

/** How many unreadable lines are named. Their text is not shown, since it may have somebody's address. */
const NAMED = 3;

type Counting = { tally: Tally; place: Parameters<typeof counter>[1]; span: Span };

/** `first`: the first lines, by file and number; `logs`: what is wrong with whole files, in sentences. */
type Unreadable = { count: number; first: string[]; logs: string[] };

async function countLogs(files: string[], { tally, place, span: [from, to] }: Counting): Promise<Unreadable> {
  const unreadable: Unreadable = { count: 0, first: [], logs: [] };
  const count = counter(tally, place);
  for (const file of files) {
    const readLine = logReader();
    let at = 0;
    try {
      for await (const line of logLines(file)) {
        at += 1;
        const logged = readLine(line);
        if (logged === "unreadable") {
          unreadable.count += 1;
          if (unreadable.first.length < NAMED) unreadable.first.push(`${nameOfLog(file)}:${at}`);
        } else if (logged !== "other" && logged.at >= from && logged.at < to) count(logged);
      }
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      unreadable.logs.push(error.message);
    }
  }
  return unreadable;
}

/** How many stories are printed. */
const PRINTED = 10;

function printStats(result: StatsResult, { first, logs }: Unreadable): void {
  if (result.stories.length > 0) console.log(inColour("dim", "  opened   in app", process.stdout));
  for (const { path, headline, opened, inApp } of result.stories.slice(0, PRINTED))
    console.log(printable(`${String(opened).padStart(8)} ${String(inApp).padStart(8)}  ${headline ?? path}`));
  for (const line of summaryOf(result)) console.log(line);
  const redirects = result.missing.filter(({ redirect }) => redirect !== undefined).length;
  if (redirects > 0)
    console.log(
      `For ${redirects.toLocaleString("en")} of these addresses there is a page that was probably meant: --out writes the lines.`,
    );
  if (first.length > 0)
    console.error(
      printable(
        `In no known format: ${first.join(", ")}${result.unreadable > first.length ? " …" : ""}. Logs may be in the combined format (Apache, nginx), in Caddy's JSON or as CloudFront writes them.`,
      ),
    );
  for (const sentence of logs) console.error(inColour("red", printable(sentence)));
}

function writeStats(result: StatsResult, folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "report.html"), statsHtml(result, name));
  writeFileSync(join(folder, "stats.json"), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(join(folder, "stats.csv"), statsCsv(result));
  console.log(printable(`The report is ${join(folder, "report.html")}.`));
}
