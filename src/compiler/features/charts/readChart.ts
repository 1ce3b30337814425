import * as v from "valibot";
import { parse } from "yaml";
import type { Block, BlockOf, Cell } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { reason } from "#content/parse.ts";
import type { Unusable } from "../../draft/assets.ts";
import type { Problem, Report } from "../../draft/problem.ts";
import { installRemedy } from "../../text/optionalPackage.ts";
import type { Say } from "../../text/say.ts";
import { chartAlt } from "./chartAlt.ts";
import { type ChartSpec, ChartSpecSchema } from "./chartSpec.ts";
import { chartNumbers, chartTable, type ChartTable, type TableFault } from "./chartTable.ts";
import { DRAWS_CHARTS, drawChart, loadedPlot, type Plot } from "./drawChart.ts";
import { type DrawnMap, readMap } from "./readMap.ts";

/** The text of a file beside a story, with its path in the content folder; or why it cannot be read. */
export type FoundText = { text: string; path: string } | Unusable;

type Context = {
  file: string;
  report: Report;
  find: (reference: string) => FoundText;
  language: string;
  /** Reads inline Markdown. */
  words: (text: string) => Inline[];
  say: Say;
};

const FORM = "docs/writing.md has examples of charts.";

/**
 * Reads a chart from Markdown: YAML in a fence marked `chart`. If it cannot be drawn, its texts are shown
 * instead, or else its source; faults are reported with their line.
 * @param place where the fence is in the file
 */
export function readChart(source: string, place: string, context: Context): Block[] {
  const { file, report } = context;
  const fail = (message: string, nearest?: string, remedy = FORM): Block[] => {
    report({ severity: "warning", file, place, message, remedy, ...(nearest !== undefined && { nearest }) });
    return fallback(source, context);
  };
  const spec = v.safeParse(ChartSpecSchema, yamlOf(source));
  if (!spec.success) {
    const [issue] = spec.issues;
    return fail(`A chart cannot be drawn: ${v.getDotPath(issue) ?? "its YAML"} ${reason(issue)}.`);
  }
  const { data } = spec.output;
  const isInline = data.includes("\n");
  const found: FoundText = isInline ? { text: data, path: file } : context.find(data);
  if ("reason" in found) return fail(`The data of a chart, ${data}, ${found.reason}; its words are shown instead.`, found.nearest);
  const read = chartTable(found.text, spec.output, context.language);
  if ("reason" in read) return fail(`The table of a chart${isInline ? "" : `, ${data},`} ${read.reason}.`);
  const warn = ({ line, ...fault }: TableFault & Pick<Problem, "nearest">): void =>
    report({
      severity: "warning",
      file: found.path,
      place: isInline ? place : `line ${line}`,
      remedy: "Correct it in the table.",
      ...fault,
    });
  read.faults.forEach(warn);
  const asTable = (words: Block[]): Block[] => {
    const { head, rows } = tableOf(read.table, context.language);
    return [...words.filter(({ type }) => type === "paragraph"), { type: "table", head, rows }];
  };
  const plot = loadedPlot();
  if (!plot)
    return asTable(
      fail(
        `A chart cannot be drawn, since ${DRAWS_CHARTS} cannot be found; its table is shown instead.`,
        undefined,
        installRemedy(DRAWS_CHARTS),
      ),
    );
  if (spec.output.type !== "choropleth") return [chartBlock(plot, spec.output, read.table, context)];
  const { areas = "" } = spec.output;
  const geometry: FoundText = areas === "" ? { reason: "is not named" } : context.find(areas);
  const drawn: ReturnType<typeof readMap> | Extract<FoundText, { reason: string }> =
    "reason" in geometry ? geometry : readMap(plot, spec.output, read.table, geometry.text, context);
  if ("reason" in drawn) {
    const subject = areas === "" ? "The file with the areas of a map" : `The file with the areas of a map, ${areas},`;
    return asTable(fail(`${subject} ${drawn.reason}; its table is shown instead.`, drawn.nearest));
  }
  for (const { row, ...fault } of drawn.faults) warn({ line: read.lines[row] ?? 0, ...fault });
  return [chartBlock(plot, spec.output, read.table, context, drawn.map)];
}

function yamlOf(source: string): unknown {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

/** The texts of a chart that cannot be drawn, or else its source. */
function fallback(source: string, { words }: Context): Block[] {
  const spec = yamlOf(source);
  const texts = ["title", "alt", "note", "source"].flatMap((name) => {
    const text: unknown = typeof spec === "object" && spec !== null ? Reflect.get(spec, name) : undefined;
    return typeof text === "string" && text.trim() !== "" ? [words(text)] : [];
  });
  if (texts.length === 0) return [{ type: "code", text: source, language: "yaml" }];
  return texts.map((children) => ({ type: "paragraph", children }));
}

/** @param map the drawing of a choropleth; every other kind is drawn from the table */
function chartBlock(plot: Plot, spec: ChartSpec, table: ChartTable, { language, words, say }: Context, map?: DrawnMap): BlockOf<"chart"> {
  const { names, ...drawn } = map ?? {
    names: [],
    alt: spec.alt ?? chartAlt(spec, table, language, say),
    wide: drawChart(plot, spec, table, "wide", language),
    narrow: drawChart(plot, spec, table, "narrow", language),
  };
  return {
    type: "chart",
    ...(spec.title !== undefined && { title: words(spec.title) }),
    ...(spec.note !== undefined && { note: words(spec.note) }),
    ...(spec.source !== undefined && { source: words(spec.source) }),
    ...tableOf(table, language, names),
    series: table.series.map(({ name }) => name),
    ...drawn,
  };
}

/** @param names the names of rows, where they differ from the table's first column */
function tableOf({ x, series }: ChartTable, language: string, names: (string | undefined)[] = []): { head: Cell[][]; rows: Cell[][] } {
  const text = (words: string): Inline[] => [{ type: "text", text: words }];
  const number = chartNumbers(language);
  const rows = x.cells.map((cell, at): Cell[] => [
    { children: text(names[at] ?? cell), heading: true },
    ...series.map(({ values }): Cell => {
      const value = values[at];
      return { children: value === undefined ? [] : text(number.format(value)), align: "end" };
    }),
  ]);
  return { head: [[{ children: text(x.name) }, ...series.map(({ name }): Cell => ({ children: text(name), align: "end" }))]], rows };
}
