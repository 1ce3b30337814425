import { kindOf, type Problem } from "#compiler/draft/problem.ts";
import { isLostWords } from "#compiler/body/lostWords.ts";
import { REPLACED_PICTURE } from "#compiler/importing/copyPictures.ts";
import { GONE_STORY } from "#compiler/importing/importArchive.ts";
import { isEditedArticle } from "#compiler/importing/publisher.ts";
import type { ImportItem } from "#compiler/importing/importReport.ts";

/** One loss: where it is, what it says beyond its group, and the file of its article. */
export type Loss = { where: string; headline?: string | undefined; detail?: string | undefined; article?: string | undefined };

/** Losses with one cause. There may be more than are listed. */
export type LossGroup = { cause: string; remedy?: string | undefined; count: number; losses: Loss[] };

/** What an import has lost and left out, in groups. A thousand losses may have one cause, and all of them fill no memory. */
export type ReportedLosses = Record<Section, Map<string, LossGroup>>;

/** `mend`: what went wrong. `words`: texts with fewer words. `left`: what was left out. `edited`: what editors have changed. */
export type Section = "mend" | "words" | "left" | "edited" | "changes";

/** The limits of what is listed: of one cause, and of all. The JSON report has the rest. */
const OF_ONE = 500;
const OF_ALL = 4000;
/** In UTF-16 code units. */
const LONGEST = 400;
const LONGEST_HEADLINE = 120;

type Collected = {
  all: ReportedLosses;
  item: (item: ImportItem) => void;
  problem: (problem: Problem) => void;
  /** Says nothing but where of articles that the archive has withdrawn further on. */
  hide: (articles: ReadonlySet<string>) => void;
};

export function reportedLosses(): Collected {
  const all: ReportedLosses = { mend: new Map(), words: new Map(), left: new Map(), edited: new Map(), changes: new Map() };
  let listed = 0;
  const add = (section: Section, cause: string, loss: Loss, remedy?: string) => {
    const group = all[section].get(cause) ?? { cause, remedy, count: 0, losses: [] };
    all[section].set(cause, group);
    group.count += 1;
    if (group.losses.length >= OF_ONE || listed >= OF_ALL) return;
    listed += 1;
    group.losses.push(loss);
  };
  const problem = (found: Problem, headline?: string, article?: string) => {
    const cause = kindOf(found.message);
    const detail = cause === found.message ? undefined : cut(found.message);
    add(
      sectionOf(found),
      cut(cause),
      { where: whereOf(found), headline: headline && cut(headline, LONGEST_HEADLINE), detail, article },
      found.remedy && cut(found.remedy),
    );
  };
  return {
    all,
    problem,
    item: (item) => {
      if (item.outcome === "skipped") {
        // Of what readers may not see, nothing is said but where it is and why: reasons may quote it.
        const [, line] = / \(line (\d+)\)/u.exec(item.reason) ?? [];
        const cause = item.lost === "front matter" ? "The front matter cannot be read." : kindOf(item.reason);
        const where = whereOf({ ...item, ...(line !== undefined && { line: Number(line) }) });
        add(item.lost === undefined ? "left" : "mend", cut(cause), { where });
      } else if (item.keptBack) add("left", KEPT_BACK, { where: whereOf(item) });
      else for (const change of item.changes) problem(change, item.headline, item.article);
    },
    hide: (articles) => {
      for (const [cause, group] of Object.values(all).flatMap((groups) => [...groups])) {
        const hidden = group.losses.filter(({ article }) => article !== undefined && articles.has(article));
        if (hidden.length === 0) continue;
        group.losses = group.losses.filter((loss) => !hidden.includes(loss));
        group.count -= hidden.length;
        if (group.count === 0) for (const groups of Object.values(all)) if (groups.get(cause) === group) groups.delete(cause);
        for (const { where } of hidden) add("left", KEPT_BACK, { where });
      }
    },
  };
}

const KEPT_BACK =
  "It was imported, and builds keep it back, or a part of it, as long as it is not public. --json lists what is to be mended in it.";

function sectionOf({ message, severity }: Problem): Section {
  if (isLostWords(message)) return "words";
  if (isEditedArticle(message) || message === REPLACED_PICTURE || message === GONE_STORY) return "edited";
  return severity === "notice" ? "changes" : "mend";
}

/** The file with its line, in the form of compilers, and the place. */
function whereOf({ file, place, line }: { file: string; place?: string; line?: number }): string {
  const [, ofPlace] = /^line (\d+)$/u.exec(place ?? "") ?? [];
  const at = line ?? ofPlace;
  const rest = place === undefined || ofPlace !== undefined ? "" : ` (${place})`;
  return cut(`${file}${at === undefined ? "" : `:${at}`}${rest}`);
}

const cut = (text: string, longest = LONGEST): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
