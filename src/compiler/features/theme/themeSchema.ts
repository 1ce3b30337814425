import * as v from "valibot";
import { opaqueColor } from "./contrast.ts";

/** Any colour that CSS can write, without transparency, as #rrggbb. */
const ColorSchema = v.pipe(
  v.string(),
  v.check((text) => opaqueColor(text) !== undefined, "must be a colour such as #b00020, and one that nothing shows through"),
  v.transform((text) => opaqueColor(text) ?? ""),
);

const color = v.optional(ColorSchema);

/** The colours of one theme. Those not given are derived from paper, ink and accent. */
const ColorsSchema = v.strictObject({
  /** The background of pages. */
  paper: color,
  /** Panels, fields and toasts. */
  raised: color,
  /** Bands, table headers, and placeholders. */
  sunk: color,
  /** Headlines and text. */
  ink: color,
  /** Standfirsts and bylines. */
  inkSoft: color,
  /** Times, captions and credits. */
  inkFaint: color,
  /** Hairlines. */
  rule: color,
  /** The rules above sections. */
  ruleStrong: color,
  /** The borders of fields and buttons. */
  edge: color,
  /** Links and buttons. */
  accent: color,
  /** The background of something selected. */
  accentWash: color,
  /** The text on a button in the accent. */
  onAccent: color,
  /** Live, corrected, failed. */
  alert: color,
  /** The background of alerts. */
  alertWash: color,
  /** Search hits and marked text. */
  marker: color,
  /** The text on the marker. */
  markerInk: color,
});

const FileSchema = v.pipe(v.string(), v.nonEmpty("must not be empty"));

const FontFileSchema = v.strictObject({
  /** A WOFF2 file in the folder. */
  file: v.pipe(FileSchema, v.regex(/\.woff2$/iu, "must be a WOFF2 file")),
  /** A weight, or the range of a variable font: "400" or "100 900". */
  weight: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,4}(?: \d{1,4})?$/u, 'must be a weight such as "400", or a range such as "100 900"')),
    "400",
  ),
  style: v.optional(v.picklist(["normal", "italic"]), "normal"),
  /** The characters that it is for, as in CSS: "U+0-FF, U+131". */
  range: v.optional(
    v.pipe(v.string(), v.regex(/^U\+[\dA-F?]+(?:-[\dA-F]+)?(?:, ?U\+[\dA-F?]+(?:-[\dA-F]+)?)*$/iu, "must be a range such as U+0-FF")),
  ),
});

const OwnFaceSchema = v.strictObject({
  files: v.pipe(v.array(FontFileSchema), v.minLength(1, "must name a file")),
  /** The kind of system font shown until it is loaded. */
  standIn: v.optional(v.picklist(["serif", "sans"])),
  /** The weight of headlines, for the role "display". */
  weight: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1000))),
});

const SectionColorSchema = v.union(
  [ColorSchema, v.strictObject({ light: ColorSchema, sepia: color, dark: color })],
  "must be a colour such as #b00020, or an object with light, sepia and dark",
);

/** The file `theme/theme.json` of a content folder. Everything in it is optional. */
export const ThemeSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** A drawing or picture in place of the paper's name, for the light and the dark theme. */
  logo: v.optional(
    v.union([FileSchema, v.strictObject({ light: FileSchema, dark: FileSchema })], "must be a file, or an object with light and dark"),
  ),
  /** One square SVG or PNG, from which all sizes are made. */
  icon: v.optional(FileSchema),
  colors: v.optional(v.strictObject({ light: v.optional(ColorsSchema), sepia: v.optional(ColorsSchema), dark: v.optional(ColorsSchema) })),
  /** Colours of sections by their slugs. */
  sections: v.optional(v.record(v.string(), SectionColorSchema)),
  typefaces: v.optional(
    v.strictObject({
      display: v.optional(
        v.union([v.picklist(["text", "sans", "hyper"]), OwnFaceSchema], 'must be "text", "sans", "hyper", or an object with files'),
      ),
      text: v.optional(v.union([v.picklist(["sans", "hyper"]), OwnFaceSchema], 'must be "sans", "hyper", or an object with files')),
      sans: v.optional(v.union([v.picklist(["hyper"]), OwnFaceSchema], 'must be "hyper", or an object with files')),
    }),
  ),
  nameplate: v.optional(v.picklist(["small", "medium", "large"])),
  corners: v.optional(v.picklist(["square", "slight", "round"])),
  rule: v.optional(v.picklist(["oxford", "double", "single", "thick", "none"])),
  density: v.optional(v.picklist(["compact", "normal", "airy"])),
});

export type ThemeSettings = v.InferOutput<typeof ThemeSchema>;
export type ThemeColors = v.InferOutput<typeof ColorsSchema>;
export type OwnFace = v.InferOutput<typeof OwnFaceSchema>;
