import * as v from "valibot";

/** What a publisher says of a chart, in YAML below a fence of Markdown. */
export const ChartSpecSchema = v.strictObject({
  /** What is drawn for each row: see docs/writing.md. */
  type: v.optional(v.picklist(["line", "area", "bar", "dot", "choropleth"]), "line"),
  /** A file with a table, beside the story; or the table itself, as CSV. */
  data: v.string(),
  title: v.optional(v.string()),
  /** What the chart says, for those who do not see it. */
  alt: v.optional(v.string()),
  note: v.optional(v.string()),
  source: v.optional(v.string()),
  /** The column along the chart, and those that are drawn: else the first, and all others. */
  x: v.optional(v.string()),
  y: v.optional(v.union([v.string(), v.array(v.string())])),
  /** What the numbers count, such as "millimetres". */
  unit: v.optional(v.string()),
  /** Whether the columns stand on each other, or each in a chart of its own. */
  stacked: v.optional(v.boolean()),
  multiples: v.optional(v.boolean()),
  /** Of a choropleth: a GeoJSON file with its areas, beside the story. */
  areas: v.optional(v.string()),
  /** The property of an area that the first column of the table names it by; else its id. And that with its name for readers; else "name". */
  key: v.optional(v.string()),
  name: v.optional(v.string()),
  /** Where one class of values ends and the next begins, the lowest first; else round numbers. */
  limits: v.optional(v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(4))),
});

export type ChartSpec = v.InferOutput<typeof ChartSpecSchema>;
