import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { digest } from "#compiler/state/digest.ts";
import { CliError } from "../CliError.ts";
import { LIST, type List, overtaken, type Target } from "./target.ts";

/** For whoever the server runs as. */
const READABLE = "--chmod=D755,F644";

/** Whatever is sent has changed, even where it has the size and time, in seconds, that it had. */
const ALWAYS = "--ignore-times";

/**
 * A folder of another machine, by the program rsync, which signs in by SSH as it is set up.
 * @param site the folder of the site
 * @param place as rsync takes it: "host:/path"
 */
export function rsyncTarget(site: string, place: string): Target {
  if (place === "" || place.startsWith("-") || place.endsWith(":"))
    throw new CliError("After rsync: comes a host and a path, such as rsync:paper.example:/srv/www.");
  const to = place.endsWith("/") ? place : `${place}/`;
  const readList = (): Promise<List | undefined> =>
    inTemporary(async (folder) => {
      // Without an error where the folder, or the list in it, is not there yet.
      await rsync(["--ignore-missing-args", `${to}${LIST}`, `${folder}/`], "", [MISSING]);
      const list = await readFile(join(folder, LIST), "utf8").catch(() => undefined);
      return list === undefined ? undefined : { text: list, tag: digest(list) };
    });
  return {
    name: place,
    hasServer: true,
    readList,
    writeList: async (list, tag) => {
      if ((await readList())?.tag !== tag) throw overtaken(place);
      await inTemporary(async (folder) => {
        await writeFile(join(folder, LIST), list);
        await rsync([ALWAYS, "--mkpath", READABLE, join(folder, LIST), to], "");
      });
      return digest(list);
    },
    send: async (files, onSent) => {
      await rsync([ALWAYS, "--times", READABLE, "--from0", "--files-from=-", `${site}/`, to], files.map(({ key }) => `${key}\0`).join(""));
      for (const _ of files) onSent();
    },
    remove: async (keys) => {
      if (keys.length === 0) return;
      // What is not named is neither sent nor removed; of the folders on the way to a file, those that are empty then are removed.
      const parents = keys.flatMap((key) => [...key.matchAll(/\//gu)].map(({ index }) => key.slice(0, index + 1)));
      const named = [...keys, ...new Set(parents)].map((path) => `+ /${path.replaceAll(/[*?[\\]/gu, "\\$&")}`);
      const rules = [...named, "- *"];
      await inTemporary((folder) =>
        rsync(["--recursive", "--delete", "--from0", "--filter=merge -", `${folder}/`, to], rules.map((rule) => `${rule}\0`).join("")),
      );
    },
  };
}

/** The exit code of rsync if a file is not there. */
const MISSING = 23;

async function rsync(options: string[], input: string, fine: number[] = []): Promise<void> {
  const child = spawn("rsync", options, { stdio: ["pipe", "ignore", "pipe"] });
  const closed = once(child, "close").catch((cause: unknown) => {
    throw new CliError("The program rsync is not installed.", { cause });
  });
  child.stdin.on("error", () => {}).end(input);
  const [said, [code]] = await Promise.all([text(child.stderr), closed]);
  if (code !== 0 && !fine.includes(Number(code))) throw new CliError(`rsync has failed (exit code ${String(code)}): ${said.trim()}`);
}

async function inTemporary<Made>(work: (folder: string) => Promise<Made>): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-deploy-"));
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}
