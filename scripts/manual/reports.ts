import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { build } from "../../src/cli/build/build.ts";
import { escapeText } from "../../src/prerender/head/element.ts";

const COMMAND = ["--import", "tsx", "src/cli/main.ts"];

/** The reports of check, on a paper with mistakes, and of stats, on the sample edition. @param folder a folder to make */
export async function photographReports(folder: string, browser: Browser): Promise<[name: string, picture: Buffer][]> {
  mkdirSync(folder, { recursive: true });
  const written = [
    ["check", checkReport(folder), { width: 900, height: 100 }],
    ["stats", await statsReport(folder), { width: 900, height: 900 }],
  ] as const;
  const pictures: [string, Buffer][] = [];
  for (const [name, file, viewport] of written) {
    const page = await browser.newPage({ viewport, colorScheme: name === "check" ? "dark" : "light" });
    await page.goto(`file://${file}`);
    pictures.push([name, await page.screenshot({ fullPage: name === "check" })]);
    await page.close();
  }
  return pictures;
}

/** Mistakes that are easily made: a picture that is not there, a name that is off by a letter, a date that is none. */
const PAPER = {
  "content/articles/ferry.md":
    "---\nheadline: The ferry is back\ndatePublished: 2024-04-22\ntopics: [Ferries]\n---\n\nIt sails.\n\n![The ferry](../pictures/fery.jpg)\n",
  "content/articles/tram.md": "---\nheadline: The tram runs at night\ndatePublished: 22.4.2024 (?)\n---\n\nThe first left at one.\n",
  "content/articles/budget.md":
    "---\nheadline: What the harbour costs\ndatePublished: 2024-04-23\ndarft: true\n---\n\nMore than the town has.\n",
  "content/pictures/ferry.jpg": "",
  "content/edition.json": '{ "name": "The Harbour Post" }',
};

/** What the command prints, as in a terminal. */
function checkReport(folder: string): string {
  for (const [file, text] of Object.entries(PAPER)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { stderr } = spawnSync(process.execPath, [...COMMAND, "check", "--content", join(folder, "content")], {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: undefined },
  });
  const coloured = escapeText(`$ npx broadsheet check\n${stderr}`).replaceAll(SEQUENCE, (_, code: string) =>
    COLOURS[code] === undefined ? "</span>" : `<span style="${COLOURS[code]}">`,
  );
  const file = join(folder, "check.html");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#14161a;color:#e9e7e1"><pre style="margin:20px;font:14px/1.6 'DejaVu Sans Mono',monospace;white-space:pre-wrap">${coloured}</pre>`); // prettier-ignore
  return file;
}

/** Those of ANSI that the command uses (ECMA-48, 8.3.117). */
const SEQUENCE = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`, "gu");

const COLOURS: Record<string, string> = { 31: "color:#ff8f80", 33: "color:#f0cf65", 35: "color:#e0a6ff", 36: "color:#8bd5ff", 2: "opacity:.7", 1: "font-weight:700" }; // prettier-ignore

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** Visits of the stories of the sample edition, each story fewer than the one before it. */
async function statsReport(folder: string): Promise<string> {
  const [site, out, log] = [join(folder, "site"), join(folder, "stats"), join(folder, "access.log")];
  await build({ content: "content", out: site, base: "/", compress: false, worker: false });
  const paths = readdirSync(join(site, "article"))
    .filter((name) => /^[a-z].*\.html$/u.test(name))
    .slice(0, 24);
  const lines = paths.flatMap((name, at) =>
    Array.from({ length: Math.round(900 / (at + 2)) }, (_, visit) => {
      const from = ["-", "https://search.example/", "https://news.example/", "https://social.example/"][(visit + at) % 4];
      const when = `${String((visit % 28) + 1).padStart(2, "0")}/Nov/2026:09:15:42 +0000`;
      return `192.0.2.${visit % 250} - - [${when}] "GET /article/${name.replace(/\.html$/u, "")} HTTP/1.1" 200 3 "${from}" "${BROWSER}"`;
    }),
  );
  writeFileSync(log, `${lines.join("\n")}\n`);
  execFileSync(process.execPath, [...COMMAND, "stats", log, "--content", "content", "--site", site, "--out", out], { stdio: "ignore" });
  return join(out, "report.html");
}
