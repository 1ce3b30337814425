import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { MEASURES, type Comparison, type Figures } from "./comparison.ts";

/** A run of `npm run bench:peers`. */
export type ComparisonLine = Comparison & { date: string; commit: string; machine: string; load: number; stories: number; rounds: number };

export const COMPARISONS = join("scripts", "peers", "history.jsonl");
export const FIGURES_PAGE = "docs/figures.md";

type Cost = { seconds: number; megabytes: number };

/** A run of `npm run bench`; those of other kinds have no `clean`. */
type BuildLine = {
  date: string;
  machine: string;
  stories: number;
  words?: number;
  clean?: Cost;
  nothing?: Cost;
  oneStory?: Cost;
  hugo?: Cost;
  site?: { files: number; megabytes: number };
};

/** What a row shows, with its unit. */
const ROWS: Record<keyof Figures, string> = {
  paint: "a story, until its largest paint, ms",
  tap: "a tap on a story, until its text is painted, ms",
  back: "Back, until the list is painted, ms",
  requests: "requests of a first visit to a story, with what is loaded at idle",
  kilobytes: "kB of that visit, on the line",
  build: "building from nothing, s",
  change: "building after a change to one story, s",
  files: "files",
  megabytes: "MB",
};

const ON_A_PHONE = ["paint", "tap", "back", "requests", "kilobytes"] as const;
const BUILDING = ["build", "change", "files", "megabytes"] as const;

/** Above this ratio Broadsheet counts as behind; less is within what two runs differ by. */
const BEHIND = 1.05;

/** The page of the manual with the latest figures, as `docs/figures.md` has to be. */
export async function figuresPage(): Promise<string> {
  const line = lines<ComparisonLine>(COMPARISONS).at(-1);
  if (!line) throw new Error(`${COMPARISONS} has no line: npm run bench:peers`);
  const text = [head(line), onAPhone(line), building(line), behind(line), larger()].join("\n\n");
  return format(text, { ...(await resolveConfig(FIGURES_PAGE)), filepath: FIGURES_PAGE });
}

function lines<T>(file: string): T[] {
  const texts = readFileSync(file, "utf8").split("\n");
  return texts.filter((text) => text !== "").map((text) => JSON.parse(text));
}

function head({ date, commit, machine, load, stories, rounds, sites }: ComparisonLine): string {
  const named = Object.entries(sites).map(([name, { version }]) => `${name} ${version}`);
  return `# Figures

How fast Broadsheet is beside ${list(named.slice(1))}, with the same ${stories} stories of 600 words, half of them with a picture. Anybody can measure again, in a clone of the repository: \`npm run build:app\`, then \`npm run bench:peers\`.

The command makes the stories, installs the other programs in these versions into \`.cache/peers\` (Hugo and Chromium have to be there), measures all of them in turns, adds a line to \`scripts/peers/history.jsonl\` and writes this page from it. A figure is the median of ${rounds} rounds. A ratio is the median of the ratios within the rounds, which other work on the machine changes less. Trust ratios more than seconds, and neither to better than a fifth. A [check](reliability.md) at night fails if a ratio to Eleventy gets worse than recorded by more than that.

Last measured on ${date} (commit \`${commit}\`), on ${machine}, with a load of ${load}${load > 2 ? ": the machine was busy with other work, so all seconds are too long" : ""}.

The other sites are small, as their documentation advises: a front page, stories with a picture in two widths, lists of 20 stories by topic, place, author and section, and one feed (Hugo: three for each list). They have no search, no offline reading, no related stories and 1 kB of styles, so their pages are lighter than those of a real paper. Their sources are in \`scripts/peers/sites\`.`;
}

function onAPhone(line: ComparisonLine): string {
  return `## On a phone

A window of 360 px, a processor four times slower than the machine’s, and a line of 1.6 Mbit/s with 150 ms latency that has the handshakes and the slow start of a real one. One server answers for all sites, by HTTP/2 with Brotli. Each visit begins with an empty browser; the back/forward cache is on. What Broadsheet loads at idle, it loads for reading offline, for search and for the next tap; Next.js loads what links in view lead to.

${chart(line, "paint", "A story, until its largest paint", "milliseconds")}

${chart(line, "tap", "A tap on a story, until its text is painted", "milliseconds")}

${chart(line, "back", "Back, until the list is painted", "milliseconds")}

${table(line, ON_A_PHONE)}`;
}

function building(line: ComparisonLine): string {
  return `## Building

${chart(line, "build", "Building from nothing", "seconds")}

${chart(line, "change", "Building after a change to one story", "seconds")}

${table(line, BUILDING)}

From nothing means without any cache. Files are those to publish; those of Next.js are what its server needs.`;
}

function behind({ ratios }: ComparisonLine): string {
  const names = Object.keys(ratios);
  const rows = MEASURES.map((measure) => [
    ROWS[measure].replace(/, (?:ms|s|on the line)$/u, ""),
    ...names.map((name) => ratio(ratios[name]?.[measure])),
  ]);
  const all = Object.values(ratios).flatMap((each) => MEASURES.map((measure) => each[measure]));
  const lost = all.filter((value) => value > BEHIND).length;
  return `## Where Broadsheet is behind

Broadsheet’s figure divided by the other’s: below 1 Broadsheet needs less, and **bold** marks where it needs more, ${lost} of ${all.length} times.

${markdownTable([["", ...names], ...rows])}`;
}

/** The latest build of each number of stories. */
function larger(): string {
  const runs = lines<BuildLine>(join("scripts", "bench", "history.jsonl")).filter(({ clean }) => clean);
  const latest = new Map(runs.map((run) => [run.stories, run]));
  const rows = [...latest.values()]
    .toSorted((a, b) => a.stories - b.stories)
    .map(({ stories, date, clean, nothing, oneStory, hugo, site }) => [
      stories.toLocaleString("en"),
      `${clean?.seconds} s, ${clean?.megabytes} MB`,
      `${nothing?.seconds} s`,
      `${oneStory?.seconds} s`,
      hugo ? `${hugo.seconds} s` : "",
      `${site?.files.toLocaleString("en")} files, ${site?.megabytes.toLocaleString("en")} MB`,
      date,
    ]);
  const names = ["stories", "from nothing, memory", "no change", "one story changed", "Hugo, from nothing", "site", "measured"];
  return `## Larger papers

The latest builds by \`npm run bench\`, whose lines are in \`scripts/bench/history.jsonl\`. Dates lie apart, and so did machines and versions: compare within a row. [Performance](performance.md#building) says what each build had to do.

${markdownTable([names, ...rows])}
`;
}

function chart({ sites }: ComparisonLine, measure: keyof Figures, title: string, unit: string): string {
  const rows = Object.entries(sites).map(([name, figures]) => `  ${name}, ${figures[measure]}`);
  return [
    "```chart",
    "type: bar",
    "data: |",
    `  Site, ${title.replace(/,.*/u, "")}`,
    ...rows,
    `title: ${title}`,
    `unit: ${unit}`,
    "```",
  ].join("\n");
}

function table({ sites }: ComparisonLine, measures: readonly (keyof Figures)[]): string {
  const rows = measures.map((measure) => [ROWS[measure], ...Object.values(sites).map((figures) => figures[measure].toLocaleString("en"))]);
  return markdownTable([["", ...Object.entries(sites).map(([name, { version }]) => `${name} ${version}`)], ...rows]);
}

function markdownTable([head = [], ...rows]: string[][]): string {
  return [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function ratio(value = NaN): string {
  const text = value.toFixed(2);
  return value > BEHIND ? `**${text}**` : text;
}

function list(names: string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
