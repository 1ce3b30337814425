import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../tests/support/chromium.ts";
import { siteHandler } from "../src/cli/siteHandler.ts";
import { writeCorpus } from "./bench/corpus.ts";
import { measuredBuild } from "./bench/measuredBuild.ts";
import { noteInHistory } from "./bench/noteInHistory.ts";
import { writeBareSite } from "./browser/bareSite.ts";
import { measuredSite, type Origins, type SiteFigures } from "./browser/measuredSite.ts";
import { measuredPages, type Pages } from "./browser/pages.ts";

// npm run bench:browser -- [rounds]: what a reader on a slow phone waits for, of this reader
// and of a bare static site with the same stories, in turns. It needs `npm run build:app`
// before. Medians; each run adds a line to the history. --in FOLDER keeps the stories and
// sites there; --beside NAME=FOLDER (as often as wanted) measures another site of these
// stories in the same turns: FOLDER has its files in plain/ and, with pictures, in illustrated/.

const STORIES = 1000;

/**
 * A browser that is driven from outside wants to know where each Error was made, for
 * which V8 parses that code once more: React makes three when it begins, which took 55
 * milliseconds on the phone. Without this flag readers' browsers would seem as slow.
 */
const AS_UNWATCHED = "--js-flags=--no-enable-lazy-source-positions";

type Options = {
  rounds: number;
  /** Where the editions are built, and stay. */
  keptIn: string | undefined;
  /** Other sites of the same stories: their names, and their folders. */
  beside: [name: string, folder: string][];
};

async function main({ rounds, keptIn, beside }: Options): Promise<void> {
  const folder = keptIn ?? mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  // The browser's memory of pages is what the way back is made of.
  const browser = await launchChromium({ remembersPages: true, flags: [AS_UNWATCHED] });
  try {
    const illustrated = await edition(join(folder, "illustrated"), true);
    const plain = await edition(join(folder, "plain"), false);
    const { pages } = illustrated;
    const rivals: Record<string, Origins> = {
      reader: await origins(illustrated.site, plain.site),
      bare: await origins(illustrated.bare, plain.bare),
    };
    for (const [name, other] of beside) rivals[name] = await origins(join(other, "illustrated"), join(other, "plain"));
    const figures: Record<string, SiteFigures[]> = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, origins] of Object.entries(rivals)) (figures[name] ??= []).push(await measuredSite(browser, origins, pages));
    }
    if (rounds > 0) report(Object.fromEntries(Object.entries(figures).map(([name, of]) => [name, medians(of)])), rounds);
  } finally {
    await browser.close();
    if (keptIn === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds an archive, and the bare site beside it. */
async function edition(folder: string, illustrated: boolean): Promise<{ site: string; bare: string; pages: Pages }> {
  const [content, site, bare] = [join(folder, "content"), join(folder, "site"), join(folder, "bare")];
  await writeCorpus(content, STORIES, illustrated);
  measuredBuild(content, site);
  const pages = measuredPages(site, STORIES);
  writeBareSite(site, pages, bare);
  return { site, bare, pages };
}

async function origins(illustrated: string, plain: string): Promise<Origins> {
  return { illustrated: await served(illustrated), plain: await served(plain) };
}

async function served(site: string): Promise<string> {
  const server = createServer(siteHandler(site, "/")).unref();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

function medians(rounds: SiteFigures[]): SiteFigures {
  const names = Object.keys(rounds[0] ?? {});
  const middle = (name: string) => rounds.map((round) => round[name] ?? 0).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return Object.fromEntries(names.map((name) => [name, middle(name)]));
}

/** The ratio is that to the best of the others; there is none where that is 0. */
function report(sites: Record<string, SiteFigures>, rounds: number): void {
  const { reader = {}, ...others } = sites;
  const line = (name: string) => {
    const best = Math.min(...Object.values(others).map((other) => other[name] ?? Infinity));
    const all = Object.entries(sites).map(([site, figures]) => [site, figures[name]]);
    return { ...Object.fromEntries(all), ratio: best > 0 ? ((reader[name] ?? 0) / best).toFixed(2) : "" };
  };
  console.table(Object.fromEntries(Object.keys(reader).map((name) => [name, line(name)])));
  noteInHistory({ stories: STORIES, rounds, browser: sites });
}

function options(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { in: { type: "string" }, beside: { type: "string", multiple: true } },
  });
  const beside = (values.beside ?? []).map(otherSite);
  const rounds = Number(positionals[0] ?? 7);
  if (!Number.isInteger(rounds) || rounds < 0) throw new Error(`"${positionals[0]}" is no number of rounds.`);
  return { rounds, keptIn: values.in, beside };
}

/** NAME=FOLDER, for a site that is there. */
function otherSite(pair: string): [name: string, folder: string] {
  const [, name = "", folder = ""] = /^([^=]*)=?(.*)$/u.exec(pair) ?? [];
  if (name === "" || name === "reader" || name === "bare")
    throw new Error(`--beside ${pair}: it takes NAME=FOLDER, with a name of its own.`);
  for (const edition of ["plain", "illustrated"]) {
    if (!existsSync(join(folder, edition))) throw new Error(`--beside ${pair}: there is no ${join(folder, edition)}.`);
  }
  return [name, folder];
}

void main(options());
