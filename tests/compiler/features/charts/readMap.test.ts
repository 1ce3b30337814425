import { beforeAll, expect, test } from "vitest";
import * as v from "valibot";
import { BlockSchema } from "#content/blocks/block.ts";
import type { Drawn } from "#content/blocks/drawn.ts";
import { loadDrawing } from "../../../../src/compiler/features/charts/drawChart.ts";
import { type FoundText, readChart } from "../../../../src/compiler/features/charts/readChart.ts";
import { sayInStories } from "../../../../src/compiler/features/words/sayInStories.ts";
import type { Problem } from "../../../../src/compiler/draft/problem.ts";

beforeAll(() => loadDrawing("```chart"));

type Ring = [number, number][];

/** A square of two degrees, counter-clockwise as RFC 7946 has it. */
const square = (west: number, south: number): Ring => [
  [west, south],
  [west + 2, south],
  [west + 2, south + 2],
  [west, south + 2],
  [west, south],
];

const feature = (id: string, name: string, ring: Ring, more: object = {}) => ({
  type: "Feature",
  id,
  properties: { name, iso: id.toLowerCase() },
  geometry: { type: "Polygon", coordinates: [ring] },
  ...more,
});

const LANDS = {
  type: "FeatureCollection",
  features: [
    feature("AA", "Aland", square(0, 50)),
    feature("BB", "Beland", square(2, 50)),
    feature("CC", "Celand", square(0, 48)),
    feature("DD", "Deland", square(2, 48).toReversed()),
  ],
};

const CSV = "code,Turnout\nAA,20\nBB,45.5\nCC,88\n";
const MAP = "type: choropleth\ndata: t.csv\nareas: lands.geojson\nunit: per cent";

function read(source = MAP, files: Record<string, unknown> = {}, language = "en") {
  const problems: Problem[] = [];
  const all: Record<string, unknown> = { "t.csv": CSV, "lands.geojson": LANDS, ...files };
  const blocks = readChart(source, "line 7", {
    file: "a.md",
    report: (problem) => problems.push(problem),
    find: (name): FoundText => {
      const text = all[name];
      if (text === undefined) return { reason: "is not there" };
      return { text: typeof text === "string" ? text : JSON.stringify(text), path: `data/${name}` };
    },
    language,
    words: (text) => [{ type: "text", text }],
    say: sayInStories(),
  });
  return {
    blocks,
    problems: problems.map(({ file, place, message, nearest }) => `${file} ${place}: ${message}${nearest ? ` ${nearest}?` : ""}`),
  };
}

function mapOf(...given: Parameters<typeof read>) {
  const { blocks, problems } = read(...given);
  const [block] = blocks;
  if (block?.type !== "chart") throw new Error(`It is no map: ${problems.join()}`);
  expect(v.is(BlockSchema, block)).toBe(true);
  return { block, problems };
}

const paths = ({ children }: Drawn): Record<string, string> =>
  Object.fromEntries(
    children.flatMap((group) =>
      typeof group === "string"
        ? []
        : group.children.flatMap((path) =>
            typeof path === "string" ? [] : [[path.attributes?.["fill"] ?? "", path.attributes?.["d"] ?? ""]],
          ),
    ),
  );

test("a map has a colour for each class of values, an outline where there is none", () => {
  const { block, problems } = mapOf();
  expect(problems).toEqual([]);
  expect(block.classes).toEqual(["< 40", "40–60", "60–80", "≥ 80"]);
  expect(block.missing).toBe("No data");
  expect(block.series).toEqual(["Turnout (per cent)"]);
  expect(Object.keys(paths(block.wide)).toSorted()).toEqual(["none", "var(--chart-1)", "var(--chart-2)", "var(--chart-4)"]);
  expect(JSON.stringify(block.wide)).not.toMatch(/style|href|url\(|class|NaN|Infinity/u);
  expect(block.wide.attributes?.["viewBox"]).toMatch(/^0 \d+ 640 \d+$/u);
});

test("its words and its table name the areas, and what has no data", () => {
  const { block } = mapOf();
  expect(block.alt).toBe("Map, per cent. Turnout: Celand 88, Beland 45.5, Aland 20. No data: Deland.");
  expect(block.rows.map(([cell]) => cell?.children)).toEqual(["Aland", "Beland", "Celand"].map((text) => [{ type: "text", text }]));
  expect(mapOf(MAP, {}, "de").block).toMatchObject({ alt: expect.stringContaining("Keine Angabe: Deland."), missing: "Keine Angabe" });
  const many = "code,Turnout\nAA,20\nBB,45.5\nCC,88\nDD,1\nEE,2\nFF,3\nGG,4\n";
  const others = ["EE", "FF", "GG"].map((id, at) => feature(id, id, square(4, 46 + 2 * at)));
  expect(mapOf(MAP, { "t.csv": many, "lands.geojson": { ...LANDS, features: [...LANDS.features, ...others] } }).block.alt).toBe(
    "Map, per cent. Turnout: highest Celand 88, Beland 45.5, Aland 20; lowest Deland 1, EE 2, FF 3.",
  );
});

test("an area is the same whichever way around its ring runs", () => {
  const turned = {
    ...LANDS,
    features: LANDS.features.map((one) => feature(one.id, one.properties.name, one.geometry.coordinates[0]?.toReversed() ?? [])),
  };
  expect(mapOf(MAP, { "lands.geojson": turned }).block.wide).toEqual(mapOf().block.wide);
});

test("rows are joined by a property, names are of another, and limits may be given", () => {
  const { block, problems } = mapOf(`${MAP}\nkey: iso\nname: iso\nlimits: [50, 30]`, { "t.csv": "code,Turnout\naa,20\nbb,50\n" });
  expect(problems).toEqual([]);
  expect(block.classes).toEqual(["< 30", "30–50", "≥ 50"]);
  expect(Object.keys(paths(block.wide))).toContain("var(--chart-3)");
  expect(block.alt).toContain("bb 50, aa 20");
});

test("rows of no area, rows told twice and cells that are no number are named with file and line, and stay in the table", () => {
  const { block, problems } = mapOf(MAP, { "t.csv": "code,Turnout\nAA,20\nXYZ,30\nDD,much\n\nAA,99\nCCC,5\n" });
  expect(problems).toEqual([
    'data/t.csv line 4: "much" is not a number; there is a gap in its place.',
    'data/t.csv line 3: "XYZ" is not an area of the map.',
    'data/t.csv line 6: "AA" already has a row above, which is the one drawn.',
    'data/t.csv line 7: "CCC" is not an area of the map.',
  ]);
  expect(block.rows).toHaveLength(5);
  expect(block.classes).toEqual(["20"]);
});

test("many rows of no area are told one by one at first, with what was probably meant, and then by their number", () => {
  const rows = Array.from({ length: 999 }, (_, at) => `X${at},${at}\n`).join("");
  const { block, problems } = mapOf(MAP, { "t.csv": `code,Turnout\nAA,20\nb-b,3\n${rows}` });
  expect(problems).toHaveLength(21);
  expect(problems.slice(0, 2)).toEqual([
    'data/t.csv line 3: "b-b" is not an area of the map. BB?',
    'data/t.csv line 4: "X0" is not an area of the map.',
  ]);
  expect(problems.at(-1)).toBe("data/t.csv line 23: From here on 980 more rows match no area of the map.");
  expect(block.rows).toHaveLength(1001);
});

test("an area of several features is told once, and one without a name not at all", () => {
  const nameless = feature("", "", square(8, 50));
  const features = [...LANDS.features, feature("CC", "Celand", square(4, 48)), feature("DD", "Deland", square(6, 48)), nameless, nameless];
  const { block } = mapOf(MAP, { "lands.geojson": { ...LANDS, features } });
  expect(block.alt).toBe("Map, per cent. Turnout: Celand 88, Beland 45.5, Aland 20. No data: Deland.");
  const all = mapOf(MAP, { "lands.geojson": { ...LANDS, features: [...LANDS.features.slice(0, 3), nameless] } }).block;
  expect(all.alt).toBe("Map, per cent. Turnout: Celand 88, Beland 45.5, Aland 20.");
  expect(all.missing).toBe("No data");
});

test("a row without a name of an area is that of none, also where an area has no key", () => {
  const lands = { ...LANDS, features: [...LANDS.features, feature("", "Nowhere", square(8, 50))] };
  const { block, problems } = mapOf(MAP, { "t.csv": "code,Turnout\nAA,20\n,99\n", "lands.geojson": lands });
  expect(problems).toEqual(["data/t.csv line 3: This row names no area."]);
  expect(block.alt).toBe("Map, per cent. Turnout: Aland 20. No data: Beland, Celand, Deland, Nowhere.");
});

test.each([
  ["no file named", MAP.replace("areas: lands.geojson\n", ""), {}, "The file with the areas of a map is not named"],
  ["a file that is not there", MAP.replace("lands.", "gone."), {}, "The file with the areas of a map, gone.geojson, is not there"],
  ["what is no JSON", MAP, { "lands.geojson": "{\n oops" }, "is not JSON: .*line 2"],
  ["TopoJSON", MAP, { "lands.geojson": { type: "Topology", objects: {} } }, "is TopoJSON, not GeoJSON"],
  [
    "a line",
    MAP,
    { "lands.geojson": { ...LANDS, features: [feature("AA", "A", [], { geometry: { type: "LineString", coordinates: [] } })] } },
    "is not GeoJSON with polygons: features.0.geometry.type",
  ],
  ["another property", `${MAP}\nkey: code`, {}, 'has no property "code"; their properties are name, iso'],
  [
    "areas of other names",
    MAP,
    { "t.csv": "code,Turnout\naland,1\nbeland,2\n" },
    "has none of the areas in the table; it has AA, BB, CC, DD",
  ],
  [
    "places in metres",
    MAP,
    { "lands.geojson": { ...LANDS, features: [...LANDS.features, feature("EE", "E", square(691_000, 5_334_000))] } },
    "is not in degrees \\(WGS 84\\): a place in it is at 691000, 5334000",
  ],
  [
    "areas without a shape",
    MAP,
    {
      "lands.geojson": {
        ...LANDS,
        features: [
          feature("AA", "A", [], { geometry: { type: "Polygon", coordinates: [] } }),
          feature("BB", "B", [], { geometry: { type: "MultiPolygon", coordinates: [[]] } }),
          feature(
            "CC",
            "C",
            Array.from({ length: 4 }, () => [9, 50]),
          ),
          feature("DD", "D", [], { geometry: null }),
        ],
      },
    },
    "has no area with a shape",
  ],
  ["a file too large", MAP, { "lands.geojson": " ".repeat(8_000_001) }, "has 8000001 characters, and at most 8000000 are allowed"],
])("with %s it is said what is wrong, and its words and its table are shown", (_, source, files, message) => {
  const { blocks, problems } = read(`${source}\ntitle: Who voted`, files);
  expect(problems.at(-1)).toMatch(new RegExp(`^a\\.md line 7: .*${message}.*; its table is shown instead\\.$`, "u"));
  expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "table"]);
});

test("a map of very many shapes is drawn more coarsely until its paths are short, or not at all", () => {
  /** A ring with a tooth every few minutes of arc. */
  const rough = (west: number, south: number, teeth: number): Ring => {
    const edge = Array.from({ length: teeth }, (_, at): [number, number] => [west + (2 * at) / teeth, south + (at % 2 === 0 ? 0 : 0.05)]);
    return [...edge, [west + 2, south], [west + 2, south + 2], [west, south + 2], [west, south]];
  };
  const lands = (count: number, teeth: number) => ({
    ...LANDS,
    features: Array.from({ length: count }, (_, at) =>
      feature(at === 0 ? "AA" : `L${at}`, `L${at}`, rough((at % 30) * 2, 30 + Math.floor(at / 30) * 2, teeth)),
    ),
  });
  const { block } = mapOf(MAP, { "lands.geojson": lands(60, 120), "t.csv": "code,Turnout\nAA,20\n" });
  const length = (cut: Drawn) => Object.values(paths(cut)).join("").length;
  expect(length(block.wide)).toBeLessThanOrEqual(12_000);
  expect(read(MAP, { "lands.geojson": lands(600, 4), "t.csv": "code,Turnout\nAA,20\n" }).problems.at(-1)).toMatch(
    /so many shapes that a page would be too heavy/u,
  );
});
