import * as v from "valibot";
import { parse } from "yaml";
import type { Block, BlockOf, Cell } from "#content/block.ts";
import type { Inline } from "#content/inline.ts";
import { reason } from "#content/parse.ts";
import type { Report } from "../draft/problem.ts";
import type { Say } from "../draft/say.ts";
import { chartAlt } from "./chartAlt.ts";
import { type ChartSpec, ChartSpecSchema } from "./chartSpec.ts";
import { chartTable, type ChartTable } from "./chartTable.ts";
import { drawChart } from "./drawChart.ts";

/** The text of a file beside a story, and its path in the content folder; or why there is none. */
export type FoundText = { text: string; path: string } | { reason: string; nearest?: string | undefined };

type Context = {
  file: string;
  report: Report;
  find: (reference: string) => FoundText;
  language: string;
  /** What a text means in Markdown. */
  words: (text: string) => Inline[];
  say: Say;
};

const FORM = "docs/writing.md has charts by example.";

/**
 * A chart as Markdown has it: YAML below a fence of `chart`. Where it cannot be drawn, its words stand
 * in the story, or else its source; what is wrong is told with its line.
 * @param place where the fence is in the file
 */
export function readChart(source: string, place: string, context: Context): Block[] {
  const { file, report } = context;
  const fail = (message: string, nearest?: string): Block[] => {
    report({ severity: "warning", file, place, message, remedy: FORM, ...(nearest !== undefined && { nearest }) });
    return instead(source, context);
  };
  const spec = v.safeParse(ChartSpecSchema, yamlOf(source));
  if (!spec.success) {
    const [issue] = spec.issues;
    return fail(`A chart cannot be drawn: ${v.getDotPath(issue) ?? "what is below it"} ${reason(issue)}.`);
  }
  const { data } = spec.output;
  const isInline = data.includes("\n");
  const found: FoundText = isInline ? { text: data, path: file } : context.find(data);
  if ("reason" in found) return fail(`The data of a chart, ${data}, ${found.reason}; its words are shown instead.`, found.nearest);
  const read = chartTable(found.text, spec.output);
  if ("reason" in read) return fail(`The table of a chart${isInline ? "" : `, ${data},`} ${read.reason}.`);
  for (const { line, message } of read.faults)
    report({
      severity: "warning",
      file: found.path,
      place: isInline ? place : `line ${line}`,
      message,
      remedy: "Correct it in the table.",
    });
  return [chartBlock(spec.output, read.table, context)];
}

function yamlOf(source: string): unknown {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}

/** The words of a chart that cannot be drawn, or what was written. */
function instead(source: string, { words }: Context): Block[] {
  const spec = yamlOf(source);
  const texts = ["title", "alt", "note", "source"].flatMap((name) => {
    const text: unknown = typeof spec === "object" && spec !== null ? Reflect.get(spec, name) : undefined;
    return typeof text === "string" && text.trim() !== "" ? [words(text)] : [];
  });
  if (texts.length === 0) return [{ type: "code", text: source, language: "yaml" }];
  return texts.map((children) => ({ type: "paragraph", children }));
}

function chartBlock(spec: ChartSpec, table: ChartTable, { language, words, say }: Context): BlockOf<"chart"> {
  const text = (words: string): Inline[] => [{ type: "text", text: words }];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const rows = table.x.cells.map((cell, at): Cell[] => [
    { children: text(cell), heading: true },
    ...table.series.map(({ values }): Cell => {
      const value = values[at];
      return { children: value === undefined ? [] : text(number.format(value)), align: "end" };
    }),
  ]);
  return {
    type: "chart",
    ...(spec.title !== undefined && { title: words(spec.title) }),
    alt: spec.alt ?? chartAlt(spec, table, language, say),
    ...(spec.note !== undefined && { note: words(spec.note) }),
    ...(spec.source !== undefined && { source: words(spec.source) }),
    head: [[{ children: text(table.x.name) }, ...table.series.map(({ name }): Cell => ({ children: text(name), align: "end" }))]],
    rows,
    series: table.series.map(({ name }) => name),
    wide: drawChart(spec, table, "wide", language),
    narrow: drawChart(spec, table, "narrow", language),
  };
}
