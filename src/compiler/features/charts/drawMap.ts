import type * as PlotModule from "@observablehq/plot";
import type { Drawn } from "#content/blocks/drawn.ts";
import { emptyDocument } from "./drawChart.ts";
import type { Area } from "./mapAreas.ts";
import { arcOf, extent } from "./rings.ts";
import { shapePath } from "./shapePath.ts";

/** The width of a map in pixels, and the maximum length of its paths in characters. */
type MapLimits = { width: number; most: number };

/** The width of the borders between areas, in pixels. */
const BORDER = 0.75;

/** The grid sizes to try, in pixels, the finest first. */
const GRIDS = [0.5, 1, 1.5, 2, 3];

/**
 * Draws a map with Observable Plot: one path for each colour, and above them one for the dots of each. The projection is equal-area.
 * Points are rounded to a grid on which neighbouring areas still meet; it is the finest whose paths are short enough.
 * @param fills the colour of each area; "" for one that is only outlined
 * @returns the drawing; or a `reason` that completes a sentence whose subject is the file with the areas
 */
export function drawMap(plot: typeof PlotModule, areas: Area[], fills: string[], { width, most }: MapLimits): Drawn | { reason: string } {
  const paths = projected(plot, areas, width);
  if (paths.every((path) => path === "")) return { reason: "has no area that is large enough to be drawn" };
  for (const grid of GRIDS) {
    const shapes = paths.map((path) => shapePath(path, grid));
    const length = shapes.reduce((sum, { d }) => sum + d.length, 0);
    if (length > most) continue;
    const top = Math.floor(Math.min(...shapes.map((shape) => shape.top))) - 1;
    const bottom = Math.ceil(Math.max(...shapes.map((shape) => shape.bottom))) + 1;
    const ofColor = (fill: string, ofDots: boolean): string =>
      shapes.flatMap(({ d, isDot }, at) => (fills[at] === fill && isDot === ofDots ? [d] : [])).join("");
    const colors = [...new Set(fills)].toSorted().toReversed();
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
          children: [false, true]
            .flatMap((ofDots) => colors.map((fill) => ({ fill, d: ofColor(fill, ofDots) })))
            .filter(({ d }) => d !== "")
            .map(({ fill, d }) => ({
              tag: "path",
              attributes: { fill: fill || "none", ...(fill === "" && { stroke: "var(--edge)" }), d },
              children: [],
            })),
        },
      ],
    };
  }
  return { reason: "has so many shapes that a page would be too heavy; leave out detail or areas, for instance with mapshaper" };
}

/** The path of each area in pixels, as large as fits the width and a height of 1.25 times the width. */
function projected(plot: typeof PlotModule, areas: Area[], width: number): string[] {
  const document = emptyDocument();
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

/**
 * In degrees of longitude: from `WORLD` on, a map uses a world projection; from `WHOLE_WORLD` on, its centre is moved
 * to Greenwich unless it is within `TURN` of it.
 */
const WORLD = 120;
const WHOLE_WORLD = 300;
const TURN = 30;

/**
 * Only equal-area projections, so that sizes can be compared. The map is centred on the arc that contains all areas, so that
 * those on both sides of the antimeridian stay together; but a map of the whole world has Greenwich near its centre, as readers expect.
 */
function projectionOf(areas: Area[]): PlotModule.ProjectionOptions {
  const rings = areas.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => [outer]));
  const { west, width } = arcOf(rings);
  const centre = west + width / 2;
  const turn = centre > 180 ? centre - 360 : centre;
  if (width > WORLD) return { type: "equal-earth", rotate: [width > WHOLE_WORLD && Math.abs(turn) > TURN ? 0 : -turn, 0] };
  const [south, north] = extent(rings.flatMap((ring) => ring.map(([, y = 0]) => y)));
  return { type: "azimuthal-equal-area", rotate: [-turn, -(south + north) / 2] };
}
