import * as v from "valibot";

/** An element of a drawing: one of the SVG elements below, with presentation attributes. None can load, link or run anything. */
export type Drawn = { tag: string; attributes?: Record<string, string> | undefined; children: (Drawn | string)[] };

export const SVG_TAG = /^(?:svg|g|path|rect|circle|line|text|tspan|polyline|polygon)$/u;

const SVG_ATTRIBUTE =
  /^(?:viewBox|transform|d|points|[xy][12]?|d[xy]|c[xy]|r[xy]?|width|height|opacity|(?:fill|stroke)(?:-[a-z]+)*|text-anchor|font-(?:weight|variant|style))$/u;

/** No URLs; functions only for colours, positions and custom properties. */
const SVG_VALUE = /^(?!.*(?:url|image|src)\s*\()[^<>&:;@\\]{0,200000}$/iu;

export const isSvgAttribute = (name: string, value: string): boolean => SVG_ATTRIBUTE.test(name) && SVG_VALUE.test(value);

export const DrawnSchema: v.GenericSchema<Drawn> = v.object({
  tag: v.pipe(v.string(), v.regex(SVG_TAG)),
  attributes: v.optional(v.record(v.pipe(v.string(), v.regex(SVG_ATTRIBUTE)), v.pipe(v.string(), v.regex(SVG_VALUE)))),
  children: v.array(v.union([v.string(), v.lazy(() => DrawnSchema)])),
});
