import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { readWithdrawn } from "#compiler/reading/readWithdrawn.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const FILES = ["articles/merger.md", "articles/a/index.md", "articles/b/index.md", "articles/other.md", "pages/about.md"];

const read = async (text: string | Uint8Array): Promise<{ listed: string[]; problems: Problem[] }> => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "withdrawn.txt"), text);
  const problems: Problem[] = [];
  const listed = await readWithdrawn(folder, FILES, (problem) => problems.push(problem));
  return { listed: [...listed], problems };
};

it.each([
  "- articles/merger.md,",
  '"Articles/Merger.MD"',
  "articles/merger",
  "https://example.org/article/merger",
  "news/merger.md",
  "articles//merger.md",
  Buffer.from("\u200Barticles/merger.md", "utf16le"),
])("the line %j takes down the file that it means", async (line) => {
  expect((await read(line)).listed).toEqual(["articles/merger.md"]);
});

it("names what a line was taken for, and takes down all files of a line, but none that it may not mean", async () => {
  const { listed, problems } = await read(
    "news/merger.md\narticles/other.md, pages/about.md\nc/index.md\nfolder\npages/about.md # whole\n",
  );
  expect(listed).toEqual(["articles/merger.md", "articles/other.md", "pages/about.md"]);
  expect(problems.map(({ place, severity }) => [place, severity])).toEqual([
    ["line 1", "warning"],
    ["line 2", "warning"],
    ["line 3", "warning"],
    ["line 4", "error"],
  ]);
});
