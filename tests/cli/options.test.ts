import { join } from "node:path";
import { expect, test } from "vitest";
import {
  parseBase,
  parseData,
  parseFolders,
  parseList,
  parsePort,
  parseThreads,
  parseUrl,
  refuseOverlap,
  requireFolder,
} from "#cli/options.ts";
import { folderOf } from "../support/importing.ts";

/** The value that an option takes from a text, or why it refuses it. */
function valueOf(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

const ADDRESS = "It must be a full address such as https://example.org/.";
const PATH = "It must be a path that begins and ends with a slash, such as /paper/.";
const PORT = "It must be a number from 0 to 65535.";
const THREADS = "It must be a number from 1 to 64.";

test.each([
  [parseUrl, "https://example.org/", "https://example.org/"],
  [parseUrl, "http://example.org", "http://example.org"],
  [parseUrl, "ftp://example.org", ADDRESS],
  [parseUrl, "example.org", ADDRESS],
  [parseBase, "/", "/"],
  [parseBase, "/paper/", "/paper/"],
  [parseBase, "/paper", PATH],
  [parseBase, "paper/", PATH],
  [parseBase, "/a?b/", PATH],
  [parseData, "/data/", "/data/"],
  [parseData, "https://data.example/", "https://data.example/"],
  [parseData, "//data.example/", ADDRESS],
  [parsePort, "0", 0],
  [parsePort, "65535", 65_535],
  [parsePort, "65536", PORT],
  [parsePort, "-1", PORT],
  [parsePort, "1.5", PORT],
  [parseThreads, "1", 1],
  [parseThreads, "64", 64],
  [parseThreads, "65", THREADS],
  [parseThreads, "0", THREADS],
  [parseThreads, "1.5", THREADS],
  [parseList, " a, b ,,c", ["a", "b", "c"]],
])("%o reads %j", (parse, text, value) => {
  expect(valueOf(parse, text)).toEqual(value);
});

test("an option that is given several times adds to its list", () => {
  expect(parseList("c,d", parseList("a,b"))).toEqual(["a", "b", "c", "d"]);
  expect(parseFolders("b", parseFolders("a"))).toEqual(["a", "b"]);
});

test("the folder of the articles must be there, and be a folder", () => {
  const folder = folderOf({ "a.md": "" });
  expect(() => requireFolder(folder)).not.toThrow();
  for (const wrong of [join(folder, "b"), join(folder, "a.md")])
    expect(() => requireFolder(wrong)).toThrow(`There is no folder ${wrong}. Name the folder with your articles with --content.`);
});

test.each([
  ["paper", "paper", true],
  ["paper", "paper/site", true],
  ["paper/content", "paper", true],
  ["paper", "..site", false],
  ["paper", "paper-site", false],
  ["paper/content", "paper/site", false],
  ["paper/content", ".", true],
])("articles in %s and a site in %s overlap: %s", (content, out, overlap) => {
  const refused = expect(() => refuseOverlap(content, out));
  if (overlap) refused.toThrow("The site must not be in the folder of the articles, nor contain it. Name another folder with --out.");
  else refused.not.toThrow();
});
