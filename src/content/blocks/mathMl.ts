import * as v from "valibot";

/** An element of a formula: one of those below, with layout attributes. */
export type MathMl = { tag: string; attributes?: Record<string, string> | undefined; children: (MathMl | string)[] };

/** The presentation elements of MathML Core (https://w3c.github.io/mathml-core/). None can load, link or run anything. */
export const MATH_TAG =
  /^m(?:i|n|o|s|text|space|row|frac|sqrt|root|style|error|padded|phantom|sub|sup|subsup|under|over|underover|multiscripts|prescripts|table|tr|td)$/u;

const ATTRIBUTE =
  /^(?:mathvariant|displaystyle|scriptlevel|dir|lspace|rspace|stretchy|symmetric|m(?:ax|in)size|largeop|movablelimits|form|fence|separator|accent(?:under)?|linethickness|width|height|depth|voffset|columnspan|rowspan)$/u;

/** Keywords, numbers and lengths. */
const VALUE = /^[\w.+%-]{1,20}$/u;

export const MathMlSchema: v.GenericSchema<MathMl[]> = v.array(v.lazy(() => ElementSchema));

const ElementSchema: v.GenericSchema<MathMl> = v.object({
  tag: v.pipe(v.string(), v.regex(MATH_TAG)),
  attributes: v.optional(v.record(v.pipe(v.string(), v.regex(ATTRIBUTE)), v.pipe(v.string(), v.regex(VALUE)))),
  children: v.array(v.union([v.string(), v.lazy(() => ElementSchema)])),
});

export const isMathAttribute = (name: string, value: string): boolean => ATTRIBUTE.test(name) && VALUE.test(value);
