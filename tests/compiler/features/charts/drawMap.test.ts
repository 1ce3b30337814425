import * as plot from "@observablehq/plot";
import { beforeAll, expect, test } from "vitest";
import type { Drawn } from "#content/blocks/drawn.ts";
import { loadDrawing } from "../../../../src/compiler/features/charts/drawChart.ts";
import { drawMap } from "../../../../src/compiler/features/charts/drawMap.ts";
import { mapAreas } from "../../../../src/compiler/features/charts/mapAreas.ts";
import { shapePath } from "../../../../src/compiler/features/charts/shapePath.ts";

beforeAll(() => loadDrawing("```chart"));

type Ring = [number, number][];

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** A map of areas by their fills, each of polygons with an outer ring and holes. */
function draw(areas: Record<string, Ring[][]>): Drawn {
  const features = Object.entries(areas).map(([id, coordinates]) => ({
    type: "Feature",
    id,
    geometry: { type: "MultiPolygon", coordinates },
  }));
  const read = mapAreas(JSON.stringify({ type: "FeatureCollection", features }), {});
  if ("reason" in read) throw new Error(read.reason);
  const drawn = drawMap(plot, read, Object.keys(areas), { width: 640, most: 12_000 });
  if ("reason" in drawn) throw new Error(drawn.reason);
  return drawn;
}

/** Its paths in the order of painting. */
const paths = ({ children: [group] }: Drawn): { fill: string; d: string }[] =>
  typeof group === "object"
    ? group.children.flatMap((path) =>
        typeof path === "string" ? [] : [{ fill: path.attributes?.["fill"] ?? "", d: path.attributes?.["d"] ?? "" }],
      )
    : [];

type Box = { left: number; right: number; top: number; bottom: number };

/** Between which places each shape of a fill lies, in pixels. */
function boxes(drawn: Drawn, fill: string): Box[] {
  const [group] = drawn.children;
  const grid = Number(/[\d.]+/u.exec((typeof group === "object" && group.attributes?.["transform"]) || "")?.[0]);
  return paths(drawn)
    .filter((path) => path.fill === fill)
    .flatMap(({ d }) => d.split("z").filter(Boolean))
    .map((ring) => {
      const numbers = (ring.match(/-?[\d.]+/gu) ?? []).map(Number);
      const [xs, ys] = [0, 1].map((axis) => {
        const steps = numbers.filter((_, each) => each % 2 === axis);
        return steps.map((_, at) => grid * steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0));
      });
      return {
        left: Math.min(...(xs ?? [])),
        right: Math.max(...(xs ?? [])),
        top: Math.min(...(ys ?? [])),
        bottom: Math.max(...(ys ?? [])),
      };
    });
}

function boxOf(drawn: Drawn, fill: string): Box {
  const [first, ...others] = boxes(drawn, fill);
  if (!first || others.length > 0) throw new Error(`${fill} has ${others.length + Number(first !== undefined)} shapes.`);
  return first;
}

test("what lies on both sides of the antimeridian stays together, as large as the map allows", () => {
  const drawn = draw({ west: [[box(177, -19, 180, -16)]], east: [[box(-180, -19, -178, -16)]] });
  expect(boxOf(drawn, "west")).toMatchObject({ left: expect.closeTo(1, -1) });
  expect(Math.abs(boxOf(drawn, "east").left - boxOf(drawn, "west").right)).toBeLessThan(2);
  expect(boxOf(drawn, "east").right).toBeGreaterThan(630);
  expect(boxOf(drawn, "west").bottom - boxOf(drawn, "west").top).toBeGreaterThan(300);
});

test("a map of the lands around the Pacific has it in its middle", () => {
  const drawn = draw({ asia: [[box(100, 20, 140, 50)]], fiji: [[box(176, -20, 184, -15)]], america: [[box(-120, 20, -70, 50)]] });
  const [asia, fiji, america] = ["asia", "fiji", "america"].map((fill) => boxOf(drawn, fill));
  expect(asia?.left).toBeLessThan(10);
  expect(asia?.right).toBeLessThan(fiji?.left ?? 0);
  expect(fiji?.right).toBeLessThan(america?.left ?? 0);
  expect(america?.right).toBeGreaterThan(630);
});

test("a map of all the world has Greenwich near its middle, and cuts nothing where it can", () => {
  const strips = (from: number, to: number) =>
    Array.from({ length: (to - from) / 10 }, (_, at) => [box(from + 10 * at, 0, from + 10 * at + 10, 10)]);
  const order = (drawn: Drawn) =>
    ["america", "africa", "asia"].map((fill) => boxes(drawn, fill).map(({ left }) => left)).map((all) => Math.min(...all));
  const wide = draw({ america: strips(-180, -40), africa: strips(-10, 50), asia: strips(50, 180) });
  expect(order(wide)).toEqual(order(wide).toSorted((a, b) => a - b));
  const narrow = draw({ america: strips(-160, -10), africa: strips(-10, 50), asia: [[box(50, 0, 170, 10)], [box(170, 0, 195, 10)]] });
  expect(order(narrow)).toEqual(order(narrow).toSorted((a, b) => a - b));
  expect(boxes(narrow, "asia")).toHaveLength(2);
});

test.each([
  ["east of it", (x: number) => x],
  ["with the leap", (x: number) => (x > 180 ? x - 360 : x)],
  ["west of it", (x: number) => x - 360],
])("a ring over the antimeridian, its longitudes %s, is the land within, whichever way around it runs", (_, to) => {
  const ring = box(176, -20, 184, -14).map(([x, y]): [number, number] => [to(x), y]);
  const other = box(170, -20, 172, -14);
  const drawn = draw({ fiji: [[ring]], other: [[other]] });
  expect(boxOf(drawn, "other").right).toBeLessThan(boxOf(drawn, "fiji").left);
  expect(boxOf(drawn, "fiji").left).toBeGreaterThan(200);
  expect(draw({ fiji: [[ring.toReversed()]], other: [[other]] })).toEqual(drawn);
});

test("a ring around a pole is the land at the pole, whichever way around it runs", () => {
  const coast = Array.from({ length: 37 }, (_, at): [number, number] => [at === 36 ? -180 : -180 + at * 10, -70]);
  for (const ring of [coast, coast.toReversed()]) {
    const drawn = draw({ antarctica: [[ring]], north: [[box(0, 40, 20, 60)]] });
    expect(Math.min(...boxes(drawn, "antarctica").map(({ top }) => top))).toBeGreaterThan(boxOf(drawn, "north").bottom + 100);
  }
});

test("a land within another that is too small for a shape is a dot above it, whatever its colour", () => {
  const drawn = draw({
    "var(--chart-1)": [[box(0, 40, 10, 50), box(5, 45, 5.02, 45.02)]],
    "var(--chart-5)": [[box(5, 45, 5.02, 45.02)]],
  });
  expect(paths(drawn).map(({ fill }) => fill)).toEqual(["var(--chart-1)", "var(--chart-5)"]);
});

test("where all areas are too small to be seen on a globe it is said", () => {
  expect(() => draw({ dot: [[box(5, 45, 5 + 1e-8, 45 + 1e-8)]] })).toThrow("has no area that is large enough to be drawn");
});

test("a shape on a grid keeps its corners, and loses what is between or falls together", () => {
  expect(shapePath("M0,0L5,0L10,0.2L10,10.1L0,10Z", 1)).toEqual({ d: "M0 0l10 0 0 10-10 0z", isDot: false, top: 0, bottom: 10 });
  expect(shapePath("M0,0L9,0L9,9Z M20,20L20.2,20L20,20.2Z", 1).d).toBe("M0 0l9 0 0 9z");
});

test("of a shape too small for any grid a dot stays, as large on each, at the largest of its rings", () => {
  const small = "M0.2,0.2L0.4,0.2L0.3,0.4ZM30,30L31.5,30L31.5,30.2L30,30.2Z";
  expect(shapePath(small, 0.5)).toEqual({ d: "M59 60a3 3 0 1 0 6 0 3 3 0 1 0 -6 0z", isDot: true, top: 28.5, bottom: 31.5 });
  expect(shapePath(small, 3)).toEqual({ d: "M9.5 10a0.5 0.5 0 1 0 1 0 0.5 0.5 0 1 0 -1 0z", isDot: true, top: 28.5, bottom: 31.5 });
});
