import * as v from "valibot";

/** The description of a chart, as YAML in a fenced block of Markdown. */
export const ChartSpecSchema = v.strictObject({
  /** The kind of mark drawn for each row: see docs/writing.md. */
  type: v.optional(v.picklist(["line", "area", "bar", "dot", "choropleth"]), "line"),
  /** The table as CSV, or the name of a file beside the story that holds it. */
  data: v.string(),
  title: v.optional(v.string()),
  /** The alternative text. */
  alt: v.optional(v.string()),
  note: v.optional(v.string()),
  source: v.optional(v.string()),
  /** The column on the x-axis, by default the first; and the columns to draw, by default all others. */
  x: v.optional(v.string()),
  y: v.optional(v.union([v.string(), v.array(v.string())])),
  /** The decimal sign of the table's numbers, by default that of the story's language. */
  decimal: v.optional(v.picklist([".", ","])),
  /** What the numbers count, such as "millimetres". */
  unit: v.optional(v.string()),
  /** Whether the columns are stacked, or drawn each in a small chart of its own. */
  stacked: v.optional(v.boolean()),
  multiples: v.optional(v.boolean()),
  /** For a choropleth: the GeoJSON file with its areas, beside the story. */
  areas: v.optional(v.string()),
  /** The property by which the table's first column identifies an area, by default its id; and that with its name, by default "name". */
  key: v.optional(v.string()),
  name: v.optional(v.string()),
  /** The boundaries between classes of values, the lowest first; by default round numbers. */
  limits: v.optional(v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(4))),
});

export type ChartSpec = v.InferOutput<typeof ChartSpecSchema>;
