import { statSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import { instantOf } from "../text/instantOf.ts";
import type { Report } from "../draft/problem.ts";
import { runGit } from "./runGit.ts";

export type DateOptions = {
  /** Where stories without a date get one: from the first commit of their file. */
  dateFrom?: "git" | undefined;
  /** What to do with a story that has no date at all: "keep" gives it the date of its file. */
  undated?: "keep" | "skip" | undefined;
};

/** A date for a file, and the message that says where it comes from; undefined if none was asked for or found. */
export type OtherDates = (file: string) => { date: string; message: string } | undefined;

/**
 * Finds dates for stories that have none.
 * @param modified the date of the packed file that the files came in, which is used for all of them
 * @returns a function that gives the date for a file; or why there is none, as a full sentence
 */
export async function otherDates(
  root: string,
  { dateFrom, undated }: DateOptions,
  modified?: Date,
): Promise<OtherDates | { reason: string }> {
  const commits = dateFrom === "git" ? await firstCommits(root) : new Map<string, string>();
  if ("reason" in commits) return commits;
  return (file) => {
    const commit = commits.get(file);
    if (commit !== undefined) return { date: commit, message: "It has no date; the date of its first commit was used." };
    if (undated !== "keep") return undefined;
    const date = (modified ?? statSync(join(root, file)).mtime).toISOString();
    return { date, message: "It has no date; the date of its file was used, since it was published no later." };
  };
}

/** The draft with another date, if its own is missing or cannot be read. */
export function withDate(draft: Draft, of: OtherDates, timeZone: string, report: Report): Draft {
  const isLeftOut = draft.held !== undefined || draft.empty !== undefined;
  if (isLeftOut || (draft.datePublished !== undefined && instantOf(draft.datePublished, timeZone) !== undefined)) return draft;
  const other = of(draft.file);
  if (other === undefined) return draft;
  const { file, place } = draft;
  report({ severity: "notice", file, ...(place !== undefined && { place }), message: other.message });
  return { ...draft, datePublished: other.date };
}

/** When each file was first committed, even under another name, by its path relative to the folder. */
async function firstCommits(root: string): Promise<Map<string, string> | { reason: string }> {
  try {
    const [prefix, shallow, log] = await Promise.all([
      runGit(root, "rev-parse", "--show-prefix"),
      runGit(root, "rev-parse", "--is-shallow-repository"),
      runGit(root, "log", "-z", "--reverse", "--format=%aI", "--name-status", "-M", "--diff-filter=AR", "--no-ext-diff", "--no-textconv"),
    ]);
    if (shallow.trim() === "true")
      return {
        reason: "The folder's Git history is cut short, so it does not show when files were created (git fetch --unshallow gets the rest).",
      };
    const folder = prefix.trim();
    return new Map([...datesIn(log)].flatMap(([path, date]) => (path.startsWith(folder) ? [[path.slice(folder.length), date]] : [])));
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim().split("\n")[0] : undefined;
    return { reason: `The folder has no Git history that could be read${said ? ` (${said.replace(/[.\s]+$/u, "")})` : ""}.` };
  }
}

/** Reads the log, the oldest commit first: the date, then the files added, and those renamed with both names. */
function datesIn(log: string): Map<string, string> {
  const dates = new Map<string, string>();
  const parts = log.split("\0").map((part) => part.replace(/^\n/u, ""));
  let date = "";
  for (let at = 0; at < parts.length; at += 1) {
    const [part = "", first = "", second = ""] = parts.slice(at, at + 3);
    if (/^\d{4}-\d\d-\d\dT/u.test(part)) date = part;
    else if (part === "A") {
      if (!dates.has(first)) dates.set(first, date);
      at += 1;
    } else if (/^R\d+$/u.test(part)) {
      dates.set(second, dates.get(first) ?? date);
      at += 2;
    }
  }
  return dates;
}
