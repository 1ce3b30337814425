import type { ImportCounts, ImportItem } from "#compiler/importing/importReport.ts";
import { kindOf, type Problem } from "#compiler/draft/problem.ts";
import type { ImportOutput } from "./importJson.ts";
import { whatWasWritten } from "./importSummary.ts";
import { inColour } from "../terminal/inColour.ts";
import { printable } from "../terminal/printable.ts";
import { adviceIn } from "../terminal/printReport.ts";

type Group = { count: number; examples: string[] };
/** How many stories a dry run lists as examples. */
const FIRST = 10;

type Severity = Problem["severity"];

/** How many examples each group lists; --json lists all. */
const SHOWN = 3;

/** Prints a summary as text, then what was skipped and changed, in groups: a thousand items may share one message. */
export function groupedItems(dry: boolean): ImportOutput {
  const skipped = new Map<string, Group>();
  const changes: Record<Severity, Map<string, Group>> = { error: new Map(), warning: new Map(), notice: new Map() };
  const change = (problem: Problem, item: ImportItem) => add(changes[problem.severity], textOf(problem), exampleOf(problem, item));
  const stories: string[] = [];
  return {
    item: (item) => {
      if (dry && item.outcome === "published" && stories.length < FIRST)
        stories.push([item.datePublished.slice(0, 10), item.headline, item.authors.join(", ")].filter((part) => part !== "").join(" · "));
      if (item.outcome === "skipped")
        add(skipped, item.reason, `${whereOf(item)}${item.headline === undefined ? "" : ` “${item.headline}”`}`);
      for (const problem of item.changes) if (!isReason(problem, item)) change(problem, item);
    },
    wanted: () => {},
    end: ({ problems, counts }, { found, report }) => {
      // Those of the archive as a whole are few, and each has something else to do.
      for (const problem of problems) {
        const message = textOf(problem);
        add(changes[problem.severity], message, whereOf(problem), message);
      }
      for (const [at, line] of (counts ? summary(found, counts, dry) : []).entries())
        console.error(at === 0 ? inColour("bold", line) : printable(line));
      for (const story of stories) console.error(`${inColour("cyan", "story")} ${printable(story)}`);
      show(inColour("magenta", "skipped"), skipped);
      show(inColour("dim", "notice"), changes.notice);
      show(inColour("yellow", "warning"), changes.warning);
      show(inColour("red", "error"), changes.error);
      if (report !== undefined) console.error(`The report, with each case and three stories beside their originals: ${printable(report)}`);
    },
  };
}

const summary = ([all = "", ...found]: string[], counts: ImportCounts, dry: boolean): string[] => [
  `${all}${dry ? " (a dry run: nothing was written)" : ""}`,
  ...found,
  whatWasWritten(counts, dry),
];

function show(mark: string, groups: Map<string, Group>): void {
  for (const [message, { count, examples }] of [...groups].toSorted(([, a], [, b]) => b.count - a.count)) {
    console.error(`${mark} ${count} × ${printable(message)}`);
    for (const example of examples) console.error(inColour("dim", `    ${printable(example)}`));
    if (count > examples.length) console.error(inColour("dim", `    and ${count - examples.length} more (--json lists all)`));
  }
}

const textOf = (problem: Problem): string => [problem.message, ...adviceIn(problem)].join(" ");

/** Messages that differ only in what they name are one group. */
function add(groups: Map<string, Group>, message: string, example: string, key = kindOf(message)): void {
  const group = groups.get(key) ?? { count: 0, examples: [] };
  group.count += 1;
  const shown = key === message ? example : `${example}: ${message}`;
  if (group.examples.length < SHOWN && !group.examples.includes(shown)) group.examples.push(shown);
  groups.set(key, group);
}

/** Whether a problem only repeats why an item was skipped. */
const isReason = ({ message }: Problem, item: ImportItem): boolean =>
  item.outcome === "skipped" && item.reason.startsWith(message.replace(/\.$/u, ""));

const whereOf = ({ file, place }: { file: string; place?: string }): string => (place === undefined ? file : `${file} (${place})`);

/** With the headline, since people look for a story, not for a line. */
const exampleOf = (problem: Problem, item: ImportItem): string =>
  item.headline === undefined ? whereOf(problem) : `${whereOf(problem)} “${item.headline}”`;
