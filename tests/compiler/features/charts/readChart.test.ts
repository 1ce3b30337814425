import { beforeAll, expect, test } from "vitest";
import * as v from "valibot";
import { BlockSchema } from "#content/blocks/block.ts";
import type { Drawn } from "#content/blocks/drawn.ts";
import { loadDrawing, mayHaveChart } from "../../../../src/compiler/features/charts/drawChart.ts";
import { type FoundText, readChart } from "../../../../src/compiler/features/charts/readChart.ts";
import { sayInStories } from "../../../../src/compiler/features/words/sayInStories.ts";
import type { Problem } from "../../../../src/compiler/draft/problem.ts";

beforeAll(() => loadDrawing("```chart"));

const CSV = "Year,Rain,Snow\n2020,10,1\n2021,12,2\n2022,8,\n";

function read(source: string, files: Record<string, string> = { "rain.csv": CSV }, language = "en") {
  const problems: Problem[] = [];
  const blocks = readChart(source, "line 7", {
    file: "a.md",
    report: (problem) => problems.push(problem),
    find: (name): FoundText => {
      const text = files[name];
      return text === undefined ? { reason: "is not there", nearest: "rain.csv" } : { text, path: `data/${name}` };
    },
    language,
    words: (text) => [{ type: "text", text }],
    say: sayInStories(),
  });
  return { blocks, problems: problems.map(({ file, place, message }) => `${file} ${place}: ${message}`) };
}

function chartOf(source: string, files?: Record<string, string>, language?: string) {
  const { blocks, problems } = read(source, files, language);
  const [block] = blocks;
  if (block?.type !== "chart") throw new Error(`It is no chart: ${problems.join()}`);
  expect(v.is(BlockSchema, block)).toBe(true);
  const { narrow } = block;
  if (!narrow) throw new Error("It has no cut for phones.");
  return { block: { ...block, narrow }, problems };
}

const every = (part: Drawn): Drawn[] => [part, ...part.children.flatMap((child) => (typeof child === "string" ? [] : every(child)))];
const textsIn = (part: Drawn): string[] => every(part).flatMap(({ children }) => children.filter((child) => typeof child === "string"));

test("a chart has two cuts, its table, and words that are made of its numbers", () => {
  const { block, problems } = chartOf("data: rain.csv\ntitle: Rain\nunit: mm");
  expect(problems).toEqual([]);
  expect(block.alt).toBe("Line chart, mm. Rain: 2020 10, 2021 12, 2022 8. Snow: 2020 1, 2021 2.");
  expect(block.head[0]?.map(({ children }) => children)).toEqual(["Year", "Rain", "Snow"].map((text) => [{ type: "text", text }]));
  expect(block.rows).toHaveLength(3);
  expect(block.wide.attributes?.["viewBox"]).toMatch(/^0 0 640 \d+$/u);
  expect(block.narrow.attributes?.["viewBox"]).toMatch(/^0 0 340 \d+$/u);
  expect(textsIn(block.wide)).toContain("2021");
});

test.each([
  "``` chart",
  "~~~chart",
  "``` {.chart}",
  '<pre class="line-numbers language-chart">',
  "<pre data-lang=chart>",
  '"type":"chart"',
  "{% highlight chart %}",
  "{{< highlight chart >}}",
  "{% codeblock lang:chart %}",
])("what draws charts is loaded for a text with %s", (written) => {
  expect(mayHaveChart(`It rained.\n${written}`)).toBe(true);
});

test("what draws charts is not loaded for a text that only speaks of one", () => {
  expect(mayHaveChart("A chart with highlights, and the flow-charts.")).toBe(false);
});

test.each(["line", "area", "bar", "dot", "bar\nstacked: true", "area\nstacked: true", "line\nmultiples: true", "bar\nmultiples: true"])(
  "a chart of type %s draws each series in its colour, and nothing that leads away or has styles",
  (type) => {
    const { block } = chartOf(`type: ${type}\ndata: rain.csv`);
    for (const drawing of [block.wide, block.narrow]) {
      const colors = every(drawing).flatMap(({ attributes = {} }) => [attributes["fill"], attributes["stroke"]]);
      expect(colors).toEqual(expect.arrayContaining(["var(--chart-1)", "var(--chart-2)"]));
      expect(JSON.stringify(drawing)).not.toMatch(/style|href|url\(|class|NaN|Infinity/u);
    }
  },
);

test("bars of names lie, and their names stand beside them", () => {
  const { block } = chartOf("type: bar\ndata: |\n  Tunnel,Kilometres\n  Gotthard base,57.1\n  Seikan,53.9");
  expect(textsIn(block.narrow)).toEqual(expect.arrayContaining(["Gotthard base", "Seikan"]));
  expect(every(block.narrow).filter(({ tag }) => tag === "rect")).toHaveLength(2);
});

test("names along an axis and above the panels of several charts are in lines that fit, on a phone too", () => {
  const csv = "Country,Turnout at the European election,Turnout at the national election in the same year\nMalta,73,92\nBosnia and Herzegovina,40,52\nIslands of the Southern Ocean and others,1,2";
  const { block } = chartOf("type: bar\nmultiples: true\ndata: x.csv", { "x.csv": csv });
  const bars = textsIn(block.narrow);
  expect(bars).toEqual(expect.arrayContaining(["Malta", "Bosnia and", "Herzegovina", "Islands of the", "Southern Ocean…"]));
  expect(bars).toEqual(expect.arrayContaining(["Turnout at the European election", "Turnout at the national election in the same", "year"]));
  const { block: lines } = chartOf("multiples: true\ndata: x.csv", { "x.csv": csv });
  expect(textsIn(lines.wide)).toEqual(expect.arrayContaining(["Turnout at the national election in", "the same year"]));
}); // prettier-ignore

const NUMBERS: [language: string, decimal: string, cells: string[], shown: string[], problems?: RegExp[]][] = [
  ["en", "", ["0,123", "-0,500", "1,234"], ["", "", ""], [/line 2: "0,123" is not a number with "\." as its decimal sign/u, /"-0,500" is not a number/u, /line 4: "1,234" may be 1234 or 1\.234, /u]],
  ["en", "", ["1,234", "1,234.5", "12 %", "1 234", "1e3", "−2", ".5", "12,34,567"], ["1,234", "1,234.5", "12", "1,234", "1,000", "-2", "0.5", "1,234,567"]],
  ["de", "", ["12.500", "1.234,5", "0,123"], ["12.500", "1.234,5", "0,123"]],
  ["de", "", ["12.500", "7"], ["12.500", "7"]],
  ["de", "", ["12.5", "7.25"], ["12,5", "7,25"]],
  ["de", "", ["12.5", "12.500"], ["12,5", ""], [/^data\/x\.csv line 3: "12\.500" may be 12\.5 or 12500, /u]],
  ["en", "", ["1.5", "0,123", "1,234"], ["1.5", "", ""], [/line 3: "0,123" is not a number/u, /line 4: "1,234" may be 1234 or 1\.234, /u]],
  ["de", ".", ["12.500", "1,234.5"], ["12,5", "1.234,5"]],
  ["en", ",", ["12.500", "1.234,5", "1,234"], ["12,500", "1,234.5", "1.234"]],
  ["en", ",", ["12.5"], [""], [/"12\.5" is not a number/u]],
  ["de-CH", "", ["12’500.25"], ["12'500.25"]],
]; // prettier-ignore

test.each(NUMBERS)("in %s with decimal '%s' the cells %j are %j, and what may be two numbers is reported", (language, decimal, cells, shown, told = []) => {
  const csv = `Year,Value\n${cells.map((cell, at) => `${2020 + at},"${cell}"`).join("\n")}`;
  const { block, problems } = chartOf(`data: x.csv${decimal && `\ndecimal: "${decimal}"`}`, { "x.csv": csv }, language);
  const values = block.rows.map(([, cell]) => cell?.children.map((child) => ("text" in child ? child.text : "")).join(""));
  expect(values).toEqual(shown);
  expect(problems).toEqual(told.map((sentence) => expect.stringMatching(sentence)));
}); // prettier-ignore

test("numbers on the x-axis are read like the others, and places on it are proportional", () => {
  const { block } = chartOf("data: x.csv", { "x.csv": 'Weight,Price\n"0,5",1\n"1,5",2\n"12.500",3\n' }, "de");
  expect(textsIn(block.wide)).toContain("10.000");
  const { block: points } = chartOf("data: x.csv", { "x.csv": "Weight,Price\n0.5,1\n1.5,2\n10.5,3\n" }, "de");
  expect(textsIn(points.wide)).toEqual(expect.arrayContaining(["2", "10"]));
});

test("a table of more numbers than a chart can show is refused by a sentence", () => {
  const { problems } = read("data: x.csv", { "x.csv": `Year,Rain\n${"2020,1\n".repeat(20_001)}` });
  expect(problems).toEqual(["a.md line 7: The table of a chart, x.csv, has 20001 numbers, more than the 20000 that a chart can show."]);
});

test("numbers and words are in the language of the story", () => {
  const rows = Array.from({ length: 12 }, (_, at) => `${2000 + at},${at * 1000.5}`).join("\n");
  const { block } = chartOf("data: x.csv", { "x.csv": `Jahr,Wert\n${rows}` }, "de");
  expect(block.alt).toBe("Liniendiagramm. Wert: von 0 (2000) bis 11.005,5 (2011); höchster Wert 11.005,5 (2011), niedrigster 0 (2000).");
});

test("sentences end as those of the language do", () => {
  const { block } = chartOf("data: rain.csv\nunit: mm", undefined, "ja-JP");
  expect(block.alt).toBe("折れ線グラフ、mm。 Rain：2020 10, 2021 12, 2022 8。 Snow：2020 1, 2021 2。");
});

test("ragged rows and cells that are no numbers are named with file and line, and the rest is drawn", () => {
  const { block, problems } = chartOf("data: x.csv", { "x.csv": "Year,Rain\n2020,10\n2021\n2022,wet\n2023,8,9\n" });
  expect(problems).toEqual([
    "data/x.csv line 3: This row has 1 cells, but the first row has 2.",
    "data/x.csv line 5: This row has 3 cells, but the first row has 2.",
    'data/x.csv line 4: "wet" is not a number; there is a gap in its place.',
  ]);
  expect(block.rows).toHaveLength(4);
});

test("a chart without data has its words, and says what is wrong and where", () => {
  expect(read("data: gone.csv\ntitle: Rain\nsource: The office")).toEqual({
    blocks: ["Rain", "The office"].map((text) => ({ type: "paragraph", children: [{ type: "text", text }] })),
    problems: ["a.md line 7: The data of a chart, gone.csv, is not there; its words are shown instead."],
  });
  expect(read("data: rain.csv\ny: Hail").problems).toEqual([
    'a.md line 7: The table of a chart, rain.csv, has no column "Hail"; it has Year, Rain, Snow.',
  ]);
  expect(read("type: pie\ndata: rain.csv").blocks).toEqual([{ type: "code", text: "type: pie\ndata: rain.csv", language: "yaml" }]);
  expect(read(": : [").problems).toHaveLength(1);
});
