import { counted } from "../text/counted.ts";
import { kindOf, type LossCause, type Problem, SKIPPED_SUFFIX } from "../draft/problem.ts";
import { extensionOf } from "../text/fileName.ts";
import { isUnreadText } from "./otherFiles.ts";

const DATE_HELP =
  "Write a date into each (date: 2024-03-12), or start their file names with it (2024-03-12-title.md). An import takes the dates from Git with --date-from git, and from the files with --undated keep.";

/** For each cause, a common reason if the stories lost for it give different ones, and what would help most. */
const CAUSES: Record<LossCause, { said?: string; help?: string }> = {
  "no date": { said: "It has no date.", help: DATE_HELP },
  "unclear date": { said: "Its date cannot be read, or can be read in two ways.", help: DATE_HELP },
  "no headline": {
    said: "It has no headline.",
    help: "Write a headline into the front matter of each (headline: …), or start the text with it as a heading (# …).",
  },
  "front matter": {
    said: "The front matter cannot be read.",
    help: "Correct the fault that its first problem above names; the others probably have the same one.",
  },
  unparsed: {},
  "unread file": { help: "Save them as Markdown (pandoc can: `pandoc FILE -o FILE.md`)." },
  other: {},
};

/** How many stories were lost for one reason, and the first of their files. */
type Loss = { reason: string; count: number; file: string; help: string | undefined };

/** Why stories were lost that nobody meant to leave out, grouped by reason. */
export class Losses {
  count = 0;
  readonly #reasons = new Map<string, Loss>();

  /** @param reason a full sentence */
  add(reason: string, file: string, cause: LossCause): void {
    const { said = kindOf(reason), help } = CAUSES[cause];
    const known = this.#reasons.get(said) ?? { reason: said, count: 0, file, help };
    known.count += 1;
    this.#reasons.set(said, known);
    this.count += 1;
  }

  /** Counts files that nothing reads, if they are certainly documents: those may be stories. */
  addTexts(unread: string[]): void {
    for (const file of unread.filter(isUnreadText)) this.add(`A .${extensionOf(file)} file is not read.`, file, "unread file");
  }

  /** The reasons, the most common first. */
  reasons(): Loss[] {
    return [...this.#reasons.values()].toSorted((a, b) => b.count - a.count);
  }
}

/** The stories that were left out without anybody meaning to. */
export function lossesIn(skipped: readonly { file: string; reason: string; lost?: LossCause }[], unread: string[]): Losses {
  const losses = new Losses();
  losses.addTexts(unread);
  for (const { reason, file, lost } of skipped) if (lost) losses.add(reason, file, lost);
  return losses;
}

/**
 * The error for an edition or an import of which nothing, or less than half, is
 * published: the count, and the one thing that would help most.
 */
export function tooFew(published: number, losses: Losses): Problem | undefined {
  const [first, ...others] = losses.reasons();
  if (!first || published >= losses.count) return undefined;
  const all = published + losses.count;
  const said =
    published === 0
      ? all === 1
        ? "The only story is not published"
        : `None of ${number(all)} stories is published`
      : `Only ${number(published)} of ${number(all)} stories ${published === 1 ? "is" : "are"} published`;
  const skipped = all === 1 ? "It was skipped for this reason" : `${counted(first.count, "was", "were")} skipped for this reason`;
  return {
    severity: "error",
    file: ".",
    message: `${said}. ${skipped}: ${first.reason.replace(SKIPPED_SUFFIX, ".")}${others.slice(0, SHOWN).map(alsoLost).join("")}${moreReasons(others.slice(SHOWN))}`,
    remedy: first.help ?? `Start with ${first.file}.`,
  };
}

/** How many further reasons a message gives. */
const SHOWN = 12;

function moreReasons(rest: Loss[]): string {
  const count = rest.reduce((sum, each) => sum + each.count, 0);
  return count === 0 ? "" : ` ${number(count)} for ${counted(rest.length, "other reason")}, listed above.`;
}

const alsoLost = ({ count, reason }: Loss): string => ` ${number(count)} for this one: ${reason.replace(SKIPPED_SUFFIX, ".")}`;

/** The error for a folder that has nothing to publish. @param unread its files */
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
