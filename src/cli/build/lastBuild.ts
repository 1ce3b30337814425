import { createHash, type Hash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import * as v from "valibot";
import type { Compiled } from "#compiler/compile.ts";
import { assetFolders } from "#compiler/draft/assets.ts";
import { PreviousSite } from "#compiler/output/previousSite.ts";
import { type BuildContext, FOLDERS } from "#compiler/prepareBuild.ts";
import { settingsAbove } from "#compiler/reading/inherited/settingsAbove.ts";
import { guessedHost } from "#compiler/settings/hostSettings.ts";
import { BUILD } from "#compiler/state/BuildState.ts";
import { digestOfAll } from "#compiler/state/digest.ts";
import { CACHE } from "#compiler/state/prepareCache.ts";
import { FolderMemory } from "#compiler/state/FolderMemory.ts";
import { stampOf } from "#compiler/state/stampOf.ts";
import { readStateFile, writeStateFile } from "#compiler/state/stateFile.ts";

/** Files in the state folder. The answer may have thousands of problems, so it is read only if it holds. */
const FILE = "last.json";
const ANSWER = "answer.json";

/** What a build answers that has nothing to do, since the site is as the last build left it. */
export type Answer = Pick<Compiled, "problems" | "counts" | "schedule"> & { timeZone: string };

const InputSchema = v.object({
  input: v.string(),
  site: v.string(),
  /** When the site may change by itself, in milliseconds. */
  until: v.optional(v.number()),
});

const AnswerSchema = v.custom<Answer>((value) => typeof value === "object" && value !== null);

/** Remembers the input of a build, so that the next one with the same has nothing to do but to answer the same. */
export type LastBuild = {
  /** The answer of the last build if nothing has changed since: no file of the paper, no option, and no file of the site is gone. */
  answerFor: (site: string | undefined) => Answer | undefined;
  save: (context: BuildContext, compiled: Compiled) => void;
};

/** @param asked the options of the build */
export function lastBuild(content: string, { folder, version }: { folder: string; version: string }, asked: unknown): LastBuild {
  const input = inputOf(content, [version, asked]);
  return {
    answerFor: (site) => {
      if (input === undefined || site === undefined) return undefined;
      const last = readStateFile(join(folder, FILE), InputSchema);
      if (last?.input !== input || (last.until ?? Infinity) <= Date.now()) return undefined;
      const before = new PreviousSite(site, true, new FolderMemory(join(folder, FOLDERS)));
      return before.isWhole && before.read(BUILD) === last.site ? readStateFile(join(folder, ANSWER), AnswerSchema) : undefined;
    },
    save: (context, { problems, counts, schedule, nextChange = Infinity, built }) => {
      if (input === undefined || built === undefined || !context.state || !isAllThere(context)) return;
      // A build that changes an existing site may report what was different before. Another would not report it again.
      if (context.options.site !== undefined && built.files.written.length + built.files.removed.length > 0) return;
      const last = { input, site: context.state.site, ...(nextChange < Infinity && { until: nextChange }) };
      // An answer without its input is not asked for.
      rmSync(join(folder, FILE), { force: true });
      writeStateFile(join(folder, ANSWER), JSON.stringify({ problems, counts, schedule, timeZone: built.settings.timeZone }));
      writeStateFile(join(folder, FILE), JSON.stringify(last));
    },
  };
}

/** Whether all that the site is made of is in the folder of the paper: packages and commands that it names may be anywhere. */
const isAllThere = ({ extensions, settings: { narrate, admin, search, assets }, options: { content } }: BuildContext): boolean =>
  [extensions, narrate, admin].every((each) => each === undefined) &&
  Object.keys(search.vectors).length === 0 &&
  !looksAround(content, assets);

/** Whether pictures are looked for outside the folder of the paper. */
function looksAround(content: string, assets: readonly string[]): boolean {
  const [own = "", ...others] = assetFolders(content, assets);
  return others.some((folder) => !folder.startsWith(own + sep));
}

/**
 * Identifies the files of a paper, and what a build is asked to do. Undefined if files around it count too: folders of assets, and the
 * settings of a site builder; or if a file was changed so recently that another change may go unseen.
 */
function inputOf(content: string, asked: unknown): string | undefined {
  if (looksAround(content, []) || settingsAbove(content).files.length > 0) return undefined;
  const all = createHash("sha256").update(JSON.stringify([asked, resolve(content), guessedHost(content)]));
  return addFiles(content, all) ? digestOfAll(all) : undefined;
}

/** Names in the folder of a paper that hold nothing of which a site is made. Further down, public/node_modules is published. */
const APART = new Set([CACHE, ".git", "node_modules"]);

/** @returns false if the files cannot be known by their names and stamps: links to folders are not followed */
function addFiles(folder: string, all: Hash, apart: ReadonlySet<string> = APART): boolean {
  return readdirSync(folder, { withFileTypes: true }).every((entry) => {
    if (apart.has(entry.name)) return true;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return addFiles(path, all, new Set());
    if (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const stamp = stampOf(path);
    all.update(`${path}\n${stamp}\n`);
    return stamp !== "";
  });
}
