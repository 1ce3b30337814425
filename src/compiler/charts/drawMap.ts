import type * as PlotModule from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Drawn } from "#content/drawn.ts";
import type { Area } from "./mapAreas.ts";
import { shapePath } from "./shapePath.ts";

/** So long the paths of a map may be, in characters, and how wide the map is. */
type Cut = { width: number; most: number };

/** How wide the lines between areas are, in pixels. */
const BORDER = 0.75;

/** How fine shapes are, in pixels: as fine as the length allows. */
const GRIDS = [0.5, 1, 1.5, 2, 3];

/**
 * A map by Observable Plot, as one path for each colour. All areas keep their true relation in size.
 * Places are rounded to a grid, on which neighbours still meet; the grid is as fine as the length allows.
 * @param fills the colour of each area; "" for one that is an outline alone
 * @returns undefined where even the coarsest grid is not enough
 */
export function drawMap(plot: typeof PlotModule, areas: Area[], fills: string[], { width, most }: Cut): Drawn | undefined {
  const paths = projected(plot, areas, width);
  for (const grid of GRIDS) {
    const shapes = paths.map((path) => shapePath(path, grid));
    const length = shapes.reduce((sum, { d }) => sum + d.length, 0);
    if (length > most) continue;
    const top = Math.floor(Math.min(...shapes.map(({ top: each }) => each))) - 1;
    const bottom = Math.ceil(Math.max(...shapes.map(({ bottom: each }) => each))) + 1;
    const ofColor = (fill: string): string => shapes.flatMap(({ d }, at) => (fills[at] === fill ? [d] : [])).join("");
    return {
      tag: "svg",
      attributes: { viewBox: `0 ${top} ${width} ${bottom - top}`, width: String(width), height: String(bottom - top) },
      children: [
        {
          tag: "g",
          attributes: {
            transform: `scale(${grid})`,
            stroke: "var(--paper)",
            "stroke-width": String(BORDER / grid),
            "stroke-linejoin": "round",
          },
          children: [...new Set(fills)]
            .toSorted()
            .toReversed()
            .map((fill) => ({
              tag: "path",
              attributes: { fill: fill || "none", ...(fill === "" && { stroke: "var(--edge)" }), d: ofColor(fill) },
              children: [],
            })),
        },
      ],
    };
  }
  return undefined;
}

/** The path of each area in pixels, as large as the width and a height of one and a quarter allow. */
function projected(plot: typeof PlotModule, areas: Area[], width: number): string[] {
  const { document } = parseHTML("<html><body></body></html>");
  const features = areas.map(({ polygons }) => ({
    type: "Feature" as const,
    properties: {},
    geometry: { type: "MultiPolygon" as const, coordinates: polygons },
  }));
  const drawing = plot.plot({
    document,
    width,
    height: Math.round(width * 1.25),
    margin: 0,
    projection: { ...projectionOf(areas), domain: { type: "FeatureCollection", features }, inset: 1 },
    marks: [plot.geo(features)],
  });
  return [...drawing.querySelectorAll("path")].map((path) => path.getAttribute("d") ?? "");
}

/** Equal-area projections alone: what is as large must look as large. The world's own is for more than a third of it. */
function projectionOf(areas: Area[]): PlotModule.ProjectionOptions {
  const places = areas.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => outer));
  const [west, east] = extent(places.map(([x = 0]) => x));
  const [south, north] = extent(places.map(([, y = 0]) => y));
  if (east - west > 120) return { type: "equal-earth" };
  return { type: "azimuthal-equal-area", rotate: [-(west + east) / 2, -(south + north) / 2] };
}

const extent = (numbers: number[]): [number, number] =>
  numbers.reduce(([least, most], number): [number, number] => [Math.min(least, number), Math.max(most, number)], [Infinity, -Infinity]);
