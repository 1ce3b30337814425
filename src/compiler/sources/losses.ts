import { counted } from "../draft/counted.ts";
import { kindOf, type Problem } from "../draft/problem.ts";
import { extensionOf } from "./contentFiles.ts";
import { isUnreadText } from "./otherFiles.ts";

/** Why stories were lost that nobody meant to leave out: the like together, with the first file of each. */
export class Losses {
  count = 0;
  readonly #reasons = new Map<string, { count: number; file: string }>();

  /** @param reason a full sentence */
  add(reason: string, file: string): void {
    const key = kindOf(reason);
    const known = this.#reasons.get(key) ?? { count: 0, file };
    known.count += 1;
    this.#reasons.set(key, known);
    this.count += 1;
  }

  /** Files that nothing reads, of which those that are surely texts may be stories. */
  addTexts(unread: string[]): void {
    for (const file of unread.filter(isUnreadText)) this.add(`A .${extensionOf(file)} file is not read.`, file);
  }

  /** The commonest. */
  first(): { reason: string; count: number; file: string } | undefined {
    const [first] = [...this.#reasons].toSorted(([, a], [, b]) => b.count - a.count);
    return first && { reason: first[0], ...first[1] };
  }
}

/** What of the stories that were left out nobody meant to leave out. */
export function lossesIn(skipped: readonly { file: string; reason: string; lost?: true }[], unread: string[]): Losses {
  const losses = new Losses();
  losses.addTexts(unread);
  for (const { reason, file, lost } of skipped) if (lost) losses.add(reason, file);
  return losses;
}

/**
 * The error of an edition or an import of which nothing is published, or less
 * than half: the count, and the one thing that would help most.
 */
export function tooFew(published: number, losses: Losses): Problem | undefined {
  const first = losses.first();
  if (!first || published >= losses.count) return undefined;
  const all = published + losses.count;
  const said =
    published === 0
      ? all === 1
        ? "The only story is not published"
        : `None of ${number(all)} stories is published`
      : `Only ${number(published)} of ${number(all)} stories ${published === 1 ? "is" : "are"} published`;
  const skipped = all === 1 ? "It was skipped for this reason" : `${counted(first.count, "was", "were")} skipped for this reason`;
  const [, help = `Start with ${first.file}.`] = HELP.find(([pattern]) => pattern.test(first.reason)) ?? [];
  return {
    severity: "error",
    file: ".",
    message: `${said}. ${skipped}: ${first.reason.replace(", so it was skipped.", ".")}`,
    remedy: help,
  };
}

/** The error of a folder that has nothing to publish. @param unread its files */
export function noArticle(unread: string[]): Problem {
  const files = unread.filter((file) => !/^pictures\//iu.test(file)).length;
  return {
    severity: "error",
    file: ".",
    message: `${whatIsThere(files)}, so the paper is empty.`,
    remedy: "Put Markdown files with front matter or article JSON into it, or name another folder with --content.",
  };
}

function whatIsThere(files: number): string {
  if (files === 0) return "There is no article in this folder";
  return files === 1 ? "The only file in this folder is not an article" : `None of the ${number(files)} files in this folder is an article`;
}

const number = (count: number): string => count.toLocaleString("en");

/** What would help most, by what is said of the stories. */
const HELP: [RegExp, string][] = [
  [/file is not read/u, "Save them as Markdown (pandoc can: `pandoc FILE -o FILE.md`)."],
  [
    /\bdate\b/u,
    "Write a date into each (date: 2024-03-12), or start their file names with it (2024-03-12-title.md). An import takes the dates from Git with --date-from git, and from the files with --undated keep.",
  ],
  [/front matter/u, "Correct the fault that its first problem above names; the others probably have the same one."],
  [/\bheadline\b/u, "Write a headline into the front matter of each (headline: …), or start the text with it as a heading (# …)."],
];
