import { describe, expect, it } from "vitest";
import { articlePath, dataFile, frontPath, htmlFile, listPath, subjectPath, yearPath } from "#content/paths.ts";

describe("paths", () => {
  it("gives each page a clean address, a JSON file and an HTML file of the same name", () => {
    const path = articlePath("voyager-1");
    expect([path, dataFile(path), htmlFile(path)]).toEqual(["/article/voyager-1", "article/voyager-1.json", "article/voyager-1.html"]);
  });

  it("names the front page's files index.html and front.json", () => {
    expect([dataFile(frontPath), htmlFile(frontPath)]).toEqual(["front.json", "index.html"]);
  });

  it("encodes letters in addresses and not in the names of files", () => {
    const path = subjectPath("topic", "børsen");
    expect(path).toBe("/topic/b%C3%B8rsen");
    expect(htmlFile(path)).toBe("topic/børsen.html");
  });

  it("counts the pages of a list under it", () => {
    expect(listPath("topic", "europol", 12)).toBe("/topic/europol/page/12");
    expect(listPath("latest", "", 3)).toBe("/latest/page/3");
    expect(listPath("month", "2024-04")).toBe("/archive/2024/04");
    expect(yearPath("2024")).toBe("/archive/2024");
  });
});
