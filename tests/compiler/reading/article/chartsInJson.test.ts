import { expect, test } from "vitest";
import { built, contentOf } from "../../features/pictures/edition.ts";

const CSV = "Year,Rain,Snow\n2021,10,1\n2022,12,2\n";

const FILE = "data/rain.csv";

const read = (chart: object, files: Record<string, string> = {}) =>
  built(
    contentOf({
      ...files,
      "edition.json": JSON.stringify({ url: "https://post.example/" }),
      ...(Object.values(chart).includes(FILE) && { [FILE]: CSV }),
      "story.json": JSON.stringify({ headline: "Rain", datePublished: "2024-04-22", body: [{ type: "chart", ...chart }, "Words."] }),
    }),
  );

test.each([
  ["a file", FILE],
  ["CSV", CSV],
  [
    "rows",
    [
      ["Year", "Rain", "Snow"],
      ["2021", 10, 1],
      [2022, 12, "2"],
    ],
  ],
  [
    "objects",
    [
      { Year: 2021, Rain: 10, Snow: 1 },
      { Year: 2022, Rain: 12, Snow: 2 },
    ],
  ],
])("a chart in article JSON is made of %s, and what was built reads back", async (_, data) => {
  const { article, messages } = await read({ kind: "bar", data, title: "Rain and snow", unit: "mm", y: ["Snow", "Rain"] });
  expect(messages).toEqual([]);
  const [chart] = article.body;
  expect(chart).toMatchObject({
    type: "chart",
    title: [{ type: "text", text: "Rain and snow" }],
    alt: "Bar chart, mm. Snow: 2021 1, 2022 2. Rain: 2021 10, 2022 12.",
    series: ["Snow", "Rain"],
  });
  const again = await read({ ...chart });
  expect(again.messages).toEqual([]);
  expect(again.article.body[0]).toEqual(chart);
});

test("what is wrong with one is told with its place, and its words stand", async () => {
  const { article, messages } = await read({ kind: "pie", data: CSV, title: "Rain" });
  expect(messages).toEqual([expect.stringContaining("A chart cannot be drawn: type")]);
  expect(article.body[0]).toEqual({ type: "paragraph", children: [{ type: "text", text: "Rain" }] });
  const gap = await read({
    data: [
      ["Year", "Rain"],
      [2021, "much"],
    ],
  });
  expect(gap.messages).toEqual([expect.stringContaining('"much" is not a number')]);
});

test("a map in article JSON is made of a file with areas, and what was built reads back", async () => {
  const ring = (west: number) => [[west, 50], [west + 2, 50], [west + 2, 52], [west, 52], [west, 50]]; // prettier-ignore
  const land = (id: string, west: number) => ({
    type: "Feature",
    id,
    properties: { name: `Land ${id}` },
    geometry: { type: "Polygon", coordinates: [ring(west)] },
  });
  const files = { "data/lands.geojson": JSON.stringify({ type: "FeatureCollection", features: [land("A", 0), land("B", 2)] }) };
  const data = [
    ["Land", "Rain"],
    ["A", 10],
  ];
  const { article, messages } = await read({ kind: "choropleth", areas: "data/lands.geojson", data, unit: "mm" }, files);
  expect(messages).toEqual([]);
  const [map] = article.body;
  expect(map).toMatchObject({ type: "chart", classes: ["10"], missing: "No data", alt: "Map, mm. Rain: Land A 10. No data: Land B." });
  const again = await read({ ...map });
  expect(again.messages).toEqual([]);
  expect(again.article.body[0]).toEqual(map);
});
