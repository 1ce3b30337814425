import { describe, expect, it, onTestFinished, vi } from "vitest";
import { jsonItems } from "#cli/importing/importJson.ts";

/** What is written for items and pictures in turn, as one text. */
function written(items: string[], wanted: string[]): string {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => write.mockRestore());
  const output = jsonItems();
  for (const file of items) output.item({ file, changes: [], outcome: "skipped", reason: "draft" });
  for (const address of wanted) output.wanted({ address, to: `pictures/${address}` });
  const read = [{ format: "Ghost", files: 1, first: "a.json" }];
  output.end({ problems: [], read, others: ["notes.txt"], errors: 1, warnings: 2 }, { found: [], report: "report.html" });
  return write.mock.calls.map(([text]) => String(text)).join("");
}

describe("jsonItems", () => {
  const item = (file: string) => `{"file":"${file}","changes":[],"outcome":"skipped","reason":"draft"}`;
  const picture = (name: string) => `{"address":"${name}","to":"pictures/${name}"}`;

  it.each<[string, string[], string[], string]>([
    [
      "items and pictures",
      ["a", "b", "c"],
      ["1", "2", "3"],
      `{"items":[\n${["a", "b", "c"].map(item).join(",\n")}\n],"wanted":[\n${["1", "2", "3"].map(picture).join(",\n")}\n],`,
    ],
    ["items alone", ["a", "b"], [], `{"items":[\n${item("a")},\n${item("b")}\n],"wanted":[\n],`],
    ["pictures alone", [], ["1", "2"], `{"items":[\n],"wanted":[\n${picture("1")},\n${picture("2")}\n],`],
    ["nothing", [], [], `{"items":[\n],"wanted":[\n],`],
  ])("writes %s, one on a line, as one document", (_, items, wanted, start) => {
    const text = written(items, wanted);
    expect(text).toBe(
      `${start}"counts":null,"formats":["Ghost"],"read":[{"format":"Ghost","files":1,"first":"a.json"}],"others":["notes.txt"],"problems":[],"report":"report.html"}\n`,
    );
    expect(() => void JSON.parse(text)).not.toThrow();
  });
});
